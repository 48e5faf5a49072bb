import type { Theme } from '../../scripts/model/show.ts'
import { paletteOf } from '../styles/theme.ts'

/**
 * The show's mark: two people taking turns. Shapes only, so that it reads at sixteen pixels and
 * needs no font.
 * @param bleed whether the colour runs to the edges, for icons that a phone cuts into its own shape
 */
export function iconSvg(theme: Theme, bleed = false): string {
  const { accent, paper } = paletteOf(theme, 'day')
  const bar = (x: number, y: number, width: number, opacity: number) =>
    `<rect x="${x}" y="${y}" width="${width}" height="8" rx="4" fill="${paper}" opacity="${opacity}"/>`
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">',
    `<rect width="64" height="64" rx="${bleed ? 0 : 14}" fill="${accent}"/>`,
    bar(14, 16, 28, 1),
    bar(24, 28, 26, 0.7),
    bar(14, 40, 20, 1),
    '</svg>',
  ].join('')
}

/** One PNG as an `.ico`, which browsers ask for by name: a directory of one entry before it. */
export function icoOf(png: Uint8Array, size: number): Uint8Array {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt8(size, 6)
  head.writeUInt8(size, 7)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(22, 18)
  return Buffer.concat([head, png])
}
