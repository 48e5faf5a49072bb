import type { Place, Problem } from '../../model/problem.ts'
import { parseTime, type Seconds } from '../../model/time.ts'
import type { Draft, Piece } from '../draft.ts'
import { isRecord, listOf, stringOf } from '../json-values.ts'
import { bareLabel } from '../names.ts'
import * as problem from '../problems.ts'
import { type Prose, readProse } from '../prose.ts'

/**
 * A transcript in the episode's own front matter, as DataTalks writes it: a list of
 * `{who, line, sec, time}` and `{header}`. `place` is where the list starts.
 */
export function draftFromLines(lines: unknown, place: Place): Draft {
  const pieces: Piece[] = []
  const problems: Problem[] = []
  const at = place.line ?? 1
  const into: Prose = { file: place.file, markup: 'markdown', pieces, problems }
  for (const entry of listOf(lines)) {
    if (typeof entry === 'string') {
      pieces.push({ type: 'paragraph', line: at })
      readProse(entry, at, into)
    }
    if (!isRecord(entry)) continue
    const time = timeOf(entry['sec'], entry['time'], place.file, at, problems)
    const header = stringOf(entry['header'])?.trim()
    if (header)
      pieces.push({
        type: 'heading',
        text: header,
        line: at,
        ...(time !== undefined && { start: time }),
      })
    const who = stringOf(entry['who'])
    if (who !== undefined && bareLabel(who) !== '')
      pieces.push({ type: 'speaker', label: bareLabel(who), line: at })
    const said = stringOf(entry['line'])
    if (said === undefined) continue
    pieces.push({ type: 'paragraph', line: at })
    if (time !== undefined) pieces.push({ type: 'mark', time, line: at })
    readProse(said, at, into)
  }
  return { format: 'YAML front matter', pieces, problems }
}

/** `sec` is the surer one; a number under `time` is what YAML 1.1 made of `10:40`. */
function timeOf(
  sec: unknown,
  time: unknown,
  file: string,
  line: number,
  problems: Problem[],
): Seconds | undefined {
  for (const value of [sec, time]) {
    const text = stringOf(value)?.trim()
    if (!text) continue
    const read = parseTime(text)
    if (read !== undefined) return read
    problems.push(problem.badTime(file, line, text))
  }
  return undefined
}
