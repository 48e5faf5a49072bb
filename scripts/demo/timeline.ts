import { NOISES } from './noises.ts'
import type { Script } from './script.ts'
import { RATE, Track } from './sound.ts'
import { speak, type TimedWord } from './speech.ts'
import { VOICES } from './voices.ts'

/** What was recorded, and when: the truth that every transcript is written from. */
export interface Timeline {
  readonly turns: readonly Turn[]
  readonly chapters: readonly { readonly start: number; readonly title: string }[]
  readonly samples: Float32Array
}

export interface Turn {
  /** The name a script uses, undefined for a sound between turns. */
  readonly speaker: string | undefined
  readonly parts: readonly Part[]
}

export type Part = Sentence | Sound
export interface Sentence {
  readonly type: 'sentence'
  readonly words: readonly TimedWord[]
  readonly start: number
  readonly end: number
}
export interface Sound {
  readonly type: 'sound'
  readonly name: string
  readonly start: number
  readonly end: number
}

export function record(script: Script): Timeline {
  const track = new Track()
  const turns: { speaker: string | undefined; parts: Part[] }[] = []
  const chapters: { start: number; title: string }[] = []
  let time = 0.3
  let gap = 0
  let pendingChapter: string | undefined
  let count = 0

  const begin = (): number => {
    const start = Math.max(0, time + gap)
    if (pendingChapter !== undefined) {
      chapters.push({ start: chapters.length === 0 ? 0 : start, title: pendingChapter })
    }
    pendingChapter = undefined
    return start
  }

  for (const step of script.steps) {
    const turn = turns.at(-1)
    if (step.type === 'chapter') pendingChapter = step.title
    else if (step.type === 'pause') gap += step.seconds
    else if (step.type === 'turn') {
      // People leave each other a quarter to half a second, never the same twice.
      gap = step.cutsIn ? -0.12 : Math.max(gap, 0.26 + ((turns.length * 7) % 5) * 0.06)
      if (turns.length === 0) gap = 0
      turns.push({ speaker: step.speaker, parts: [] })
    } else if (step.type === 'sound') {
      const samples = NOISES[step.name]?.()
      if (samples === undefined) throw new Error(`No sound is called ${step.name}`)
      const start = begin()
      track.add(samples, start)
      time = start + samples.length / RATE
      gap = 0.35
      const part: Part = { type: 'sound', name: step.name, start, end: time }
      if (turn === undefined) turns.push({ speaker: undefined, parts: [part] })
      else turn.parts.push(part)
    } else {
      const voice = VOICES[turn?.speaker ?? '']
      if (turn === undefined || voice === undefined)
        throw new Error(`Who says ${step.words[0]?.written}?`)
      const speech = speak(step.words, voice)
      const start = begin()
      track.add(speech.samples, start)
      time = start + speech.samples.length / RATE
      gap = 0.2 + ((count++ * 3) % 4) * 0.05
      const words = speech.words.map(w => ({ ...w, start: w.start + start, end: w.end + start }))
      turn.parts.push({ type: 'sentence', words, start, end: time })
    }
  }
  return { turns: untangled(turns), chapters, samples: track.finish() }
}

/** Who is cut short has finished, for a transcript, when the other begins: cues don't overlap. */
function untangled(turns: readonly Turn[]): Turn[] {
  const starts = turns.flatMap(turn => turn.parts.map(part => part.start))
  let index = 0
  const cut = (part: Part): Part => {
    const end = Math.min(part.end, starts[++index] ?? part.end)
    if (part.type === 'sound') return { ...part, end }
    const words = part.words.map(w => ({ ...w, end: Math.min(w.end, end) }))
    return { ...part, words, end }
  }
  return turns.map(turn => ({ ...turn, parts: turn.parts.map(cut) }))
}

/** The same conversation with other words: each sentence keeps its time, and nothing is known of its words. */
export function translated(turns: readonly Turn[], sentences: readonly string[]): Turn[] {
  const left = [...sentences]
  const swap = (part: Part): Part => {
    const text = left.shift()
    if (text === undefined) throw new Error('The translation is shorter than the conversation')
    if (part.type === 'sound') return { ...part, name: text.slice(1, -1) }
    return { ...part, words: [{ text, start: part.start, end: part.end }] }
  }
  const result = turns.map(turn => ({ ...turn, parts: turn.parts.map(swap) }))
  if (left.length > 0) throw new Error(`The translation has more than was said: ${left[0]}`)
  return result
}
