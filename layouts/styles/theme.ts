import { type Colour, formatColour, parseColour, readableOn } from '../../scripts/model/colour.ts'
import type { Theme } from '../../scripts/model/show.ts'

/** Warm paper by day, warm grey by night; the same two stand in `base.css`. */
const PAPER = { day: '#faf8f4', night: '#161412' } as const

/** A brick red that suits the paper, where the theme names no colour. */
const ACCENT = '#a5402d'

/** WCAG AA for text of any size, and a little over for the tinted papers. */
const LEAST_CONTRAST = 5

/** Speakers have as many colours; the ninth speaker shares the first's, and the name tells them apart. */
export const VOICES = 8

/** The show's stylesheet: the common one, and what its theme changes. */
export function themeStyles(theme: Theme): string {
  const accent = parseColour(theme.accent) ?? must(ACCENT)
  return `@import "${theme.fonts === 'book' ? './fonts.css' : './systemFonts.css'}";
@import "./site.css";
:root{${tokens('day', accent)}}
@media (prefers-color-scheme: dark){:root{${tokens('night', accent)}}}
@media print{:root{${tokens('day', accent)}}}`
}

function tokens(time: keyof typeof PAPER, accent: Colour): string {
  const paper = must(PAPER[time])
  const voices = Array.from({ length: VOICES }, (_, voice) => {
    // Neighbours stand far apart on the wheel: two hosts are never two greens.
    const hue = (accent.hue + 150 + voice * 137.5) % 360
    const colour = { lightness: time === 'day' ? 0.52 : 0.76, chroma: 0.11, hue }
    return `--v${voice}:${formatColour(readableOn(paper, colour, LEAST_CONTRAST))}`
  })
  return [`--accent:${formatColour(readableOn(paper, accent, LEAST_CONTRAST))}`, ...voices].join(
    ';',
  )
}

function must(text: string): Colour {
  const colour = parseColour(text)
  if (!colour) throw new Error(`${text} is no colour`)
  return colour
}
