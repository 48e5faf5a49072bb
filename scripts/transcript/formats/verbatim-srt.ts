import { parseTime } from '../../model/time.ts'
import { withoutTightBreaks } from '../cjk.ts'
import type { Piece } from '../draft.ts'
import type { Format } from '../format.ts'
import { isSquareSound } from '../sounds.ts'
import { ESTIMATED, NOBODY, OWN, UNKNOWN } from '../write/srt.ts'

const SIGN = new RegExp(String.raw`^\s*1\n[\d:,]+ --> [\d:,]+\n[^\n]+${OWN}\n`)
const TIMING = /^([\d:,]+) --> ([\d:,]+)$/
const LABEL = new RegExp(`^([^${OWN}:[][^${OWN}:]*):(?: |$)`)
const LAST = new RegExp(`${OWN}$`)
const BREAK = /^\[(?:Break: (.*)|([^[\]]*\bbreak\b[^[\]]*))\]$/i

/**
 * Our own SRT. Its writer sees to it that only a label looks like one, and says so by a no-break
 * space at the end of the first line: names need not be told from words here.
 */
export const verbatimSrt: Format = {
  name: 'SRT made by Verbatim',
  sign: 'lines like "00:00:05,203 --> 00:00:07,213" and a no-break space after the first line of words',
  detect: ({ text }) => SIGN.test(text.slice(0, 300)),
  parse({ text }) {
    const pieces: Piece[] = []
    let line = 1
    for (const block of text.split('\n\n')) {
      const lines = block.split('\n')
      const at = lines.findIndex(one => TIMING.test(one))
      const timing = TIMING.exec(lines[at] ?? '')
      if (timing?.[1] && timing[2]) {
        const card = { start: parseTime(timing[1]), end: parseTime(timing[2]), line: line + at }
        const words = lines.slice(at + 1)
        if (pieces.length === 0) words[0] = words[0]?.replace(LAST, '') ?? ''
        readCard(words.join('\n'), card, pieces)
      }
      line += lines.length + 1
    }
    return { format: 'SRT', pieces, problems: [], turns: true }
  },
}

interface Timed {
  readonly start: number | undefined
  readonly end: number | undefined
  readonly line: number
}

function readCard(raw: string, { start, end, line }: Timed, pieces: Piece[]): void {
  const sign = /^(≈\??)[ \n]/.exec(raw)?.[1]
  // A word longer than the room beside the sign stands below it, and is no name.
  let text = sign === undefined ? raw : raw.slice(sign.length).replace(/^ /, '')
  const label = LABEL.exec(text.split('\n', 1)[0] ?? '')
  const opens = label?.[1] !== undefined || /^-[ \n]/.test(text)
  if (opens) {
    const name = label?.[1] === NOBODY ? undefined : label?.[1]
    pieces.push({ type: 'speaker', label: name, line })
    text = text.slice(label?.[0].length ?? 2)
  }
  text = withoutTightBreaks(text).replace(/\s+/g, ' ').trim()
  if (text === '') return
  const pause = opens || sign !== undefined ? null : BREAK.exec(text)
  if (pause) {
    const name = pause[1] ?? pause[2] ?? ''
    pieces.push({ type: 'break', text: name, line, ...(start !== undefined && { start }) })
    return
  }
  const inner = /^\[([^[\]]+)\]$/.exec(text)?.[1]
  pieces.push({
    type: inner !== undefined && isSquareSound(inner) ? 'sound' : 'text',
    text,
    line,
    ...(sign !== UNKNOWN && start !== undefined && { start }),
    ...(sign !== UNKNOWN && end !== undefined && { end }),
    ...(sign === ESTIMATED && { estimated: true }),
  })
}
