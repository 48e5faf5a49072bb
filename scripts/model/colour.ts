/** A colour in OKLCH: lightness and chroma from 0, hue in degrees. https://www.w3.org/TR/css-color-4/#ok-lab */
export interface Colour {
  readonly lightness: number
  readonly chroma: number
  readonly hue: number
}

/** Warm paper by day, warm grey by night; the same two stand in `base.css`. */
export const PAPER = { day: '#faf8f4', night: '#161412' } as const

/** WCAG AA for text of any size, and a little over for the tinted papers. */
export const LEAST_CONTRAST = 5

type Triple = readonly [number, number, number]

/** Names people write in a theme; the rest of CSS's list is better written as a hex colour. */
const NAMES: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  gray: '#808080',
  grey: '#808080',
  red: '#ff0000',
  crimson: '#dc143c',
  maroon: '#800000',
  orange: '#ffa500',
  tomato: '#ff6347',
  gold: '#ffd700',
  yellow: '#ffff00',
  olive: '#808000',
  lime: '#00ff00',
  green: '#008000',
  teal: '#008080',
  cyan: '#00ffff',
  blue: '#0000ff',
  navy: '#000080',
  indigo: '#4b0082',
  purple: '#800080',
  rebeccapurple: '#663399',
  magenta: '#ff00ff',
  pink: '#ffc0cb',
  brown: '#a52a2a',
}

/** Reads `#a43`, `#aa4433`, `rgb(170 68 51)`, `hsl(9 54% 43%)`, `oklch(0.55 0.14 30)` or a name. */
export function parseColour(text: string): Colour | undefined {
  const value = text.trim().toLowerCase()
  const named = NAMES[value]
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(named ?? value)?.[1]
  if (hex) return fromRgb(hexToRgb(hex))
  const [, form, inside = ''] = /^(rgb|hsl|oklch)\(([^)]*)\)$/.exec(value) ?? []
  if (!form) return undefined
  const parts = inside.split(/[\s,/]+/).filter(part => part !== '')
  const numbers = parts
    .slice(0, 3)
    .map(part => (/^[\d.]+(%|deg)?$/.test(part) ? Number.parseFloat(part) : NaN))
  const [a = NaN, b = NaN, c = NaN] = numbers
  if ([a, b, c].some(Number.isNaN)) return undefined
  if (form === 'rgb') return fromRgb([a / 255, b / 255, c / 255])
  if (form === 'hsl') return fromRgb(hslToRgb(a, b / 100, c / 100))
  return { lightness: parts[0]?.endsWith('%') ? a / 100 : a, chroma: b, hue: c }
}

/** `#aa4433`; a colour that no screen shows is brought back by taking chroma from it. */
export function formatColour(colour: Colour): string {
  const hex = toRgb(colour).map(channel =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${hex.join('')}`
}

/** WCAG's contrast ratio, from 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: Colour, b: Colour): number {
  const [bright, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (bright + 0.05) / (dark + 0.05)
}

/**
 * The nearest lightness at which a colour can be read on a paper: the colour itself when it
 * already can, else a darker or a lighter one of the same hue.
 */
export function readableOn(paper: Colour, colour: Colour, least: number): Colour {
  const step = luminance(paper) > 0.18 ? -0.01 : 0.01
  let fitted = colour
  while (contrast(paper, fitted) < least && fitted.lightness > 0 && fitted.lightness < 1) {
    fitted = { ...fitted, lightness: fitted.lightness + step }
  }
  return fitted
}

function luminance(colour: Colour): number {
  const [r, g, b] = toRgb(colour).map(toLinear) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function hexToRgb(hex: string): Triple {
  const full = hex.length === 3 ? [...hex].map(digit => digit + digit).join('') : hex
  const channel = (at: number) => Number.parseInt(full.slice(at, at + 2), 16) / 255
  return [channel(0), channel(2), channel(4)]
}

function hslToRgb(hue: number, saturation: number, lightness: number): Triple {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12
    return lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))
  }
  return [channel(0), channel(8), channel(4)]
}

function fromRgb(rgb: Triple): Colour {
  const [r, g, b] = rgb.map(toLinear) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    lightness,
    chroma: Math.hypot(x, y),
    hue: ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360,
  }
}

function toRgb({ lightness, chroma, hue }: Colour): Triple {
  for (let c = chroma; ; c -= 0.005) {
    const rgb = linearRgb(lightness, Math.max(0, c), hue)
    if (c <= 0 || rgb.every(channel => channel > -0.001 && channel < 1.001)) {
      return rgb.map(fromLinear) as unknown as Triple
    }
  }
}

function linearRgb(lightness: number, chroma: number, hue: number): Triple {
  const x = chroma * Math.cos((hue * Math.PI) / 180)
  const y = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * x + 0.2158037573 * y) ** 3
  const m = (lightness - 0.1055613458 * x - 0.0638541728 * y) ** 3
  const s = (lightness - 0.0894841775 * x - 1.291485548 * y) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function fromLinear(channel: number): number {
  const clamped = Math.min(1, Math.max(0, channel))
  return clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055
}
