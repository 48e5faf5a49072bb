import { createRequire } from 'node:module'
import type { Seconds } from '../model/time.ts'

const require = createRequire(import.meta.url)
const { WebVTTParser } = require('webvtt-parser') as typeof import('webvtt-parser')
// The parser knows six character references unless it is handed all of HTML's.
const entities = require('webvtt-parser/html-entities.json') as Record<string, string>
const parser = new WebVTTParser(entities)

/** A run of words inside a cue, in one voice. */
export interface CueRun {
  readonly text: string
  /** The name in `<v Name>` round it. */
  readonly voice?: string
  /** The time of the `<00:01.000>` before it. */
  readonly time?: Seconds
}

interface Node {
  readonly type?: 'object' | 'text' | 'timestamp'
  readonly name?: string
  readonly value?: string | number
  readonly children?: readonly Node[]
}

// Beyond this no person wrote the cue, and the parser's own search through open tags gets slow.
const MOST_TAGS = 400

const ONE_VOICE = /^<v(?:\.[^\s<>&]{1,100})?[ \t]+([^<>&\n]{1,200})>([^<&]*)(?:<\/v>)?$/

/** The words of a cue without its markup, with the voices and times that the markup gives. */
export function readCueText(text: string): CueRun[] {
  if (!text.includes('<') && !text.includes('&')) return [{ text }]
  // Most cues that have markup at all are one voice: no need to build a tree for them.
  const voice = ONE_VOICE.exec(text)
  if (voice?.[1] && voice[2] !== undefined) return [{ text: voice[2], voice: voice[1].trim() }]
  const runs: CueRun[] = []
  if (tooManyTags(text)) return [{ text: text.replace(/<[^<>]*>/g, ' ') }]
  const clock = { time: undefined }
  for (const node of parseCueText(lone(text).replace(/\n{2,}/g, '\n')).children ?? [])
    walk(node, undefined, runs, clock)
  return runs
}

/** The parser's tree of one cue; the peers' tests look at it. */
export function parseCueText(text: string): Node {
  // An arrow would start the next cue.
  const safe = text.replaceAll('-->', '--&gt;')
  const { cues } = parser.parse(`WEBVTT\n\n00:00:00.000 --> 99:00:00.000\n${safe}\n`, 'metadata')
  return (cues[0]?.tree as Node | undefined) ?? { children: [] }
}

function walk(
  node: Node,
  voice: string | undefined,
  runs: CueRun[],
  clock: { time: Seconds | undefined },
): void {
  if (node.type === 'timestamp' && typeof node.value === 'number') clock.time = node.value
  else if (node.type === 'text' && typeof node.value === 'string') {
    const run: CueRun = {
      text: node.value,
      ...(voice !== undefined && { voice }),
      ...(clock.time !== undefined && { time: clock.time }),
    }
    clock.time = undefined
    runs.push(run)
  }
  const inner = node.name === 'v' && typeof node.value === 'string' ? node.value.trim() : voice
  for (const child of node.children ?? []) walk(child, inner || voice, runs, clock)
}

function tooManyTags(text: string): boolean {
  let count = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1))
    if (++count > MOST_TAGS) return true
  return text.length > 50_000
}

/** `I <3 you`, `a < b`: a less-than sign that opens no tag is a word's own. */
function lone(text: string): string {
  return text.replace(/<(?=[\s\d=-](?![\d:.]*>)|$)/g, '&lt;')
}
