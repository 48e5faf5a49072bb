import type { Cue } from './cue-lines.ts'
import { looksLikeName } from './names.ts'

/**
 * Captions that Teams puts into a document have the name on the first line of every cue. Written
 * as a label before the words; other files as they are.
 */
export function withNamesAbove(cues: readonly Cue[]): readonly Cue[] {
  if (cues.length < 3) return cues
  const names = new Map<string, number>()
  for (const { text } of cues) {
    const end = text.indexOf('\n')
    const name = text.slice(0, Math.max(0, end)).trim()
    if (end < 0 || name.includes(':') || name.split(' ').length > 4 || !looksLikeName(name)) {
      return cues
    }
    names.set(name, (names.get(name) ?? 0) + 1)
  }
  // Names come back; the first lines of a poem don't.
  if (names.size * 4 > cues.length * 3) return cues
  return cues.map(cue => ({ ...cue, text: cue.text.replace('\n', ': ') }))
}
