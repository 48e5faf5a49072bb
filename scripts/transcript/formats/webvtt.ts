import { type CueSyntax, readCues } from '../cue-lines.ts'
import { piecesOfCues } from '../cue-pieces.ts'
import type { Format } from '../format.ts'
import { linesOf } from '../source.ts'

// Hours may be missing, and so may everything but the seconds: real files write `0.860 --> 7.380`.
const TIMING = /^[ \t]*(-?\d[\d:.,]*)[ \t]*-->[ \t]*(\d[\d:.,]*)(?:[^\d:.,].*)?$/

const SYNTAX: Omit<CueSyntax, 'header'> = {
  timing(line) {
    if (!line.includes('-->')) return undefined
    const found = TIMING.exec(line)
    return found?.[1] !== undefined && found[2] !== undefined ? [found[1], found[2]] : ['', '']
  },
  ids: 'any',
  blocks: /^(?:NOTE|STYLE|REGION|ATTRIBUTES)(?:[ \t].*)?$/,
}

/** https://www.w3.org/TR/webvtt1/ */
export const webvtt: Format = {
  name: 'WebVTT',
  sign: 'a first line WEBVTT',
  detect: source => /^WEBVTT(?:[ \t\n]|$)/.test(source.text.trimStart().slice(0, 8)),
  parse(source) {
    const lines = linesOf(source)
    const header = headerEnd(lines)
    const language = /^Language:\s*([A-Za-z-]{2,20})/m.exec(lines.slice(0, header).join('\n'))?.[1]
    const cues = readCues(lines, { ...SYNTAX, header })
    const { pieces, problems } = piecesOfCues(source.file, cues)
    return { format: 'WebVTT', pieces, problems, ...(language && { language }) }
  },
}

/** The header lasts to the first blank line, or to a timing that follows without one. */
function headerEnd(lines: readonly string[]): number {
  let i = 0
  while (i < lines.length && !lines[i]?.startsWith('WEBVTT')) i++
  for (i++; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line.trim() === '' || line.includes('-->')) return i
    if (lines[i + 1]?.includes('-->')) return i
  }
  return i
}
