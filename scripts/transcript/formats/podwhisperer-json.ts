import type { Format } from '../format.ts'
import { isRecord, listOf, secondsOf, stringOf } from '../json-values.ts'
import { jsonOf } from '../source.ts'
import { draftOfSegments } from '../timed-segments.ts'

const NAME = 'Podwhisperer JSON'

/** https://github.com/fourTheorem/podwhisperer: labels, and a map of them to names. */
export const podwhispererJson: Format = {
  name: NAME,
  sign: '{"speakers": {"spk_0": …}, "segments": [{"speakerLabel": …}]}',
  detect(source) {
    const { value } = jsonOf(source)
    if (!isRecord(value)) return false
    return listOf(value['segments'])
      .slice(0, 20)
      .some(one => isRecord(one) && 'speakerLabel' in one)
  },
  parse(source) {
    const { value } = jsonOf(source)
    const segments = isRecord(value) ? listOf(value['segments']).filter(isRecord) : []
    const names: Record<string, string> = {}
    const speakers = isRecord(value) && isRecord(value['speakers']) ? value['speakers'] : {}
    for (const [label, name] of Object.entries(speakers)) {
      const said = stringOf(name)?.trim()
      if (said) names[label] = said
    }
    return draftOfSegments(
      source,
      NAME,
      segments.map(segment => ({
        label: stringOf(segment['speakerLabel']),
        start: secondsOf(segment['start']),
        end: secondsOf(segment['end']),
        text: stringOf(segment['text']) ?? '',
      })),
      { names },
    )
  },
}
