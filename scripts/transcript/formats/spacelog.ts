import type { Seconds } from '../../model/time.ts'
import { parseTime } from '../../model/time.ts'
import type { Piece } from '../draft.ts'
import type { Format } from '../format.ts'
import { type Prose, readProse } from '../prose.ts'
import { linesOf } from '../source.ts'

const NAME = 'Spacelog'
const STAMP = /^\[(-?)(\d{1,3}):(\d{2}:\d{2}:\d{2})\]\s*$/
const LABEL = /^([^\s:_[][^:[\]]{0,60}?): ?(.*)$/
const GLOSSARY = /\[(?:glossary|time|cite):([^\]|]*)(?:\|([^\]]*))?\]/g

/** https://github.com/Spacelog/Spacelog: mission time on its own line, then who says what. */
export const spacelog: Format = {
  name: NAME,
  sign: 'lines like "[00:00:01:06]" with "CC: text" below',
  detect(source) {
    const lines = linesOf(source).slice(0, 60)
    const at = lines.findIndex(line => STAMP.test(line))
    return (
      at >= 0 &&
      lines.slice(at + 1, at + 6).some(line => /^_\w+ ?:/.test(line) || LABEL.test(line)) &&
      lines.filter(line => STAMP.test(line)).length > 1
    )
  },
  parse(source) {
    const pieces: Piece[] = []
    const into: Prose = { file: source.file, markup: 'none', pieces, problems: [] }
    let language: string | undefined
    let speaking = false
    for (const [i, raw] of linesOf(source).entries()) {
      const line = raw.trim()
      const number = i + 1
      const stamp = STAMP.exec(line)
      if (line === '') continue
      if (stamp) {
        pieces.push({ type: 'mark', time: missionTime(stamp), line: number })
        speaking = false
      } else if (line.startsWith('_')) {
        language ??= /^_lang ?: ?([\w-]+)/.exec(line)?.[1]
      } else {
        const label = LABEL.exec(line)
        if (label?.[1] || !speaking) pieces.push({ type: 'paragraph', line: number })
        if (label?.[1] && isLabel(label[1])) {
          pieces.push({ type: 'speaker', label: label[1].trim(), line: number })
          say(label[2] ?? '', number, into)
        } else say(line, number, into)
        speaking = true
      }
    }
    return { format: NAME, pieces, problems: into.problems, ...(language && { language }) }
  },
}

function isLabel(text: string): boolean {
  return text.split(' ').length <= 4 && /^[\p{Lu}\p{N}]/u.test(text)
}

function say(text: string, line: number, into: Prose): void {
  readProse(
    text.replace(GLOSSARY, (_, term: string, shown: string | undefined) => shown ?? term),
    line,
    into,
  )
}

/** Days, hours, minutes and seconds since lift-off; before it they count down. */
function missionTime([, sign, days = '0', clock = '']: RegExpExecArray): Seconds {
  const seconds = Number(days) * 86_400 + (parseTime(clock) ?? 0)
  return sign === '-' ? -seconds : seconds
}
