import {
  type Colour,
  formatColour,
  LEAST_CONTRAST,
  PAPER,
  parseColour,
  readableOn,
} from '../../scripts/model/colour.ts'
import type { Theme } from '../../scripts/model/show.ts'

const INK = { day: '#1c1a17', night: '#e9e4da' } as const

/** A brick red that suits the paper, where the theme names no colour. */
const ACCENT = '#a5402d'

/** Speakers have as many colours; the ninth speaker shares the first's, and the name tells them apart. */
export const VOICES = 8

/** The colours of a show as hex, by day or by night: for styles, cards and icons. */
export interface Palette {
  readonly paper: string
  readonly ink: string
  /** The theme's colour, made readable on the paper. */
  readonly accent: string
  readonly voices: readonly string[]
}

export function paletteOf(theme: Theme, time: keyof typeof PAPER): Palette {
  const named = parseColour(theme.accent) ?? must(ACCENT)
  const paper = must(PAPER[time])
  const onPaper = (colour: Colour) => formatColour(readableOn(paper, colour, LEAST_CONTRAST))
  const voices = Array.from({ length: VOICES }, (_, voice) => {
    // Neighbours stand far apart on the wheel: two hosts are never two greens.
    const hue = (named.hue + 150 + voice * 137.5) % 360
    return onPaper({ lightness: time === 'day' ? 0.52 : 0.76, chroma: 0.11, hue })
  })
  return { paper: PAPER[time], ink: INK[time], accent: onPaper(named), voices }
}

/** The show's stylesheet: the common one, and what its theme changes. */
export function themeStyles(theme: Theme): string {
  return `@import "${theme.fonts === 'book' ? './fonts.css' : './systemFonts.css'}";
@import "./site.css";
:root{${tokens(paletteOf(theme, 'day'))}}
@media (prefers-color-scheme: dark){:root{${tokens(paletteOf(theme, 'night'))}}}
@media print{:root{${tokens(paletteOf(theme, 'day'))}}}`
}

function tokens({ accent, voices }: Palette): string {
  return [`--accent:${accent}`, ...voices.map((colour, at) => `--v${at}:${colour}`)].join(';')
}

function must(text: string): Colour {
  const colour = parseColour(text)
  if (!colour) throw new Error(`${text} is no colour`)
  return colour
}
