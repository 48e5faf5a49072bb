import { decodeHTML } from 'entities'
import type { Problem } from '../model/problem.ts'
import type { WordTimes } from '../model/transcript.ts'
import { withoutTightBreaks } from './cjk.ts'
import type { Cue } from './cue-lines.ts'
import { type CueRun, readCueText } from './cue-text.ts'
import type { Piece } from './draft.ts'
import {
  bareLabel,
  canBeName,
  isBreakLabel,
  isBreakSound,
  isMachineLabel,
  isNoLabel,
  looksLikeName,
} from './names.ts'
import * as problem from './problems.ts'
import { withoutRolling } from './rolling.ts'
import { isRoundSound, isSquareSound, soundText } from './sounds.ts'
import { NOBODY } from './write/srt.ts'

export interface CuePieces {
  readonly pieces: readonly Piece[]
  readonly problems: readonly Problem[]
}

/** Turns cues into pieces: voices, `Name:` prefixes, changes of speaker, sounds. */
export function piecesOfCues(file: string, all: readonly Cue[]): CuePieces {
  const cues = withoutRolling(all).map(voiceOfId)
  const problems: Problem[] = []
  const runs = cues.map(cue => readCueText(cue.text.replace(/<br ?\/?>/gi, '\n')))
  const voiced = runs.some(of => of.some(run => run.voice !== undefined))
  const out = new CueWriter(
    voiced ? new Set() : prefixNames(runs.map(of => of.map(run => run.text).join(''))),
  )
  for (const [i, cue] of cues.entries()) {
    if (cue.bad !== undefined) problems.push(problem.badTime(file, cue.line, cue.bad))
    out.cue(cue)
    for (const run of joinTimed(runs[i] ?? [], cue)) {
      if (run.voice !== undefined)
        out.speaker(bareLabel(decodeHTML(run.voice)) || undefined, cue.line)
      out.words(run.text, cue, run.words)
    }
  }
  return { pieces: out.pieces, problems }
}

// Webex names its cues after who speaks: `12 "Ann Lee" (123456)`.
const NAMED_CUE = /^\d+ "([^"<>]{1,60})" \(\d+\)$/

function voiceOfId(cue: Cue): Cue {
  const name = cue.id.includes('"') ? NAMED_CUE.exec(cue.id)?.[1] : undefined
  return name === undefined
    ? cue
    : { ...cue, text: `<v ${name.replace(/&/g, '&amp;')}>${cue.text}` }
}

// `- Hi` and `>> Hi` start another voice, whoever it is.
const CHANGE = /^\s*(?:>>+|&gt;&gt;|[-–—](?=\s))\s*/
const PREFIX = /^\s*(?:>>\s*|[-–—]\s+)?(?!\[[^\]\n]*:)\[?([^:\n\]]{1,60}?)\]?\s?:(?=\s|$)/
// `[Speaker 1] text`: what tools write where no name is known, without a colon.
const BRACKETED = /^\s*\[([^[\]\n]{1,40})\]:?\s+(?=\S)/
const BRACKETS = /^(?:\[([^[\]]{1,80})\]|\(([^()]{1,80})\))$/
const NOTES = /^[♪♫🎵🎶\s]*[♪♫🎵🎶][♪♫🎵🎶\s]*$/u
const SUNG = /^[♪♫🎵🎶]\s*([^♪♫🎵🎶]{1,40}?)\s*[♪♫🎵🎶]$/u

/** What a cue that is nothing but a sound sounds like: `[laughter]`, `(sighs)`, `♪ music ♪`. */
function wholeSound(text: string): string | undefined {
  const [, square, round] = BRACKETS.exec(text) ?? []
  if (square !== undefined) return isSquareSound(square) ? square : undefined
  if (round !== undefined) return isRoundSound(round) ? round : undefined
  if (NOTES.test(text)) return text
  const sung = SUNG.exec(text)?.[1]
  return sung !== undefined && isBreakSound(sung) ? sung : undefined
}

class CueWriter {
  readonly pieces: Piece[] = []
  private readonly names: ReadonlySet<string>
  private label: string | undefined
  private first = true

  constructor(names: ReadonlySet<string>) {
    this.names = names
  }

  cue(_cue: Cue): void {
    this.first = true
  }

  speaker(name: string | undefined, line: number): void {
    const label = name === NOBODY ? undefined : name
    if (label === this.label) return
    this.label = label
    this.pieces.push({ type: 'speaker', label, line })
  }

  words(text: string, cue: Cue, words: WordTimes | undefined): void {
    if (words) {
      this.timedWords(text, cue, words)
      return
    }
    for (const [i, part] of voicesIn(text, this.names).entries()) {
      if (part.label !== undefined) this.speaker(part.label, cue.line + i)
      else if (part.unnamed && this.names.size > 0) this.speaker(undefined, cue.line + i)
      else if (part.changed && this.label === undefined)
        this.pieces.push({ type: 'paragraph', line: cue.line })
      this.part(part.text, cue)
    }
  }

  private timedWords(text: string, cue: Cue, words: WordTimes): void {
    const start = this.first ? cue.start : words.starts[0]
    this.first = false
    this.pieces.push({
      type: 'text',
      text: text.trimEnd(),
      line: cue.line,
      words,
      ...(start !== undefined && { start }),
      ...(cue.end !== undefined && start !== undefined && { end: cue.end }),
    })
  }

  private part(raw: string, cue: Cue): void {
    const text = withoutTightBreaks(raw).replace(/\s+/g, ' ').trim()
    if (text === '') return
    const own = this.first
    this.first = false
    const start = own ? cue.start : undefined
    const timed = {
      ...(start !== undefined && { start }),
      ...(cue.estimated && { estimated: true }),
      ...(cue.end !== undefined && cue.start !== undefined && { end: cue.end }),
    }
    const sound = wholeSound(text)
    if (sound !== undefined) {
      if (isBreakSound(sound) || !/\p{L}/u.test(sound)) {
        this.pieces.push({
          type: 'break',
          text: sound.replace(/^break: */i, '').trim(),
          line: cue.line,
          ...(start !== undefined && { start }),
        })
      } else this.pieces.push({ type: 'sound', text: soundText(sound), line: cue.line, ...timed })
      return
    }
    this.split(text, cue, timed)
  }

  /** Sounds inside the words: what follows them starts at a time nobody wrote down. */
  private split(
    text: string,
    cue: Cue,
    timed: { start?: number; end?: number; estimated?: boolean },
  ): void {
    const found: { readonly from: number; readonly to: number; readonly sound: string }[] = []
    if (text.includes('[') || text.includes('(')) {
      for (const match of text.matchAll(/\[([^[\]]{1,80})\]|\(([^()]{1,60})\)/g)) {
        const [whole, square, round] = match
        if (square !== undefined ? !isSquareSound(square) : !isRoundSound(round ?? '')) continue
        found.push({
          from: match.index,
          to: match.index + whole.length,
          sound: soundText(square ?? round ?? ''),
        })
      }
    }
    let at = 0
    let start = timed.start
    const push = (piece: { type: 'text' | 'sound'; text: string }, last: boolean) => {
      if (piece.text === '') return
      this.pieces.push({
        ...piece,
        line: cue.line,
        ...(start !== undefined && { start }),
        ...(start !== undefined && timed.estimated && { estimated: true }),
        ...(last && timed.end !== undefined && { end: timed.end }),
      })
      start = undefined
    }
    for (const { from, to, sound } of found) {
      push({ type: 'text', text: text.slice(at, from).trim() }, false)
      push({ type: 'sound', text: sound }, text.slice(to).trim() === '')
      at = to
    }
    push({ type: 'text', text: text.slice(at).trim() }, true)
  }
}

interface VoiceRun {
  readonly text: string
  readonly voice?: string
  readonly words?: WordTimes
}

/** `hello<00:00:00.480><c> everyone</c>` is one run of words that know their times. */
function joinTimed(runs: readonly CueRun[], cue: Cue): readonly VoiceRun[] {
  if (runs.every(run => run.time === undefined)) return joinVoices(runs)
  const joined: (CueRun & { words: WordTimes })[] = []
  let text = ''
  let offsets: number[] = []
  let starts: number[] = []
  let voice: string | undefined
  const flush = () => {
    if (text.trim() !== '')
      joined.push({ text, words: { offsets, starts }, ...(voice !== undefined && { voice }) })
    text = ''
    offsets = []
    starts = []
  }
  for (const run of runs) {
    if (run.voice !== voice) flush()
    voice = run.voice
    const said = (text === '' ? run.text.trimStart() : run.text).replace(/\s+/g, ' ')
    const time = run.time ?? (joined.length === 0 && text === '' ? cue.start : undefined)
    if (time !== undefined && said.trim() !== '') {
      offsets.push(text.length + said.length - said.trimStart().length)
      starts.push(time)
    }
    text += text.endsWith(' ') ? said.trimStart() : said
  }
  flush()
  return joined
}

/** Italics and classes do not end a run; only another voice does. */
function joinVoices(runs: readonly CueRun[]): readonly VoiceRun[] {
  if (runs.length < 2) return runs
  const joined: { text: string; voice?: string }[] = []
  for (const { text, voice } of runs) {
    const last = joined.at(-1)
    if (last && last.voice === voice) last.text += text
    else joined.push({ text, ...(voice !== undefined && { voice }) })
  }
  return joined.filter(run => run.text.trim() !== '')
}

interface Voice {
  readonly label?: string
  readonly changed?: boolean
  /** `>>` without a name: somebody else, whoever it is. */
  readonly unnamed?: boolean
  readonly text: string
}

/** A cue's lines, split where another voice starts. */
function voicesIn(text: string, names: ReadonlySet<string>): Voice[] {
  const voices: { label?: string; changed?: boolean; unnamed?: boolean; text: string }[] = []
  for (const line of text.split('\n')) {
    const prefix = names.size > 0 ? (bracketedLabel(line) ?? PREFIX.exec(line)) : null
    const label = prefix?.[1] === undefined ? undefined : bareLabel(prefix[1])
    const changed = CHANGE.exec(line)
    if (prefix && label !== undefined && names.has(label)) {
      voices.push({ label, text: line.slice(prefix[0].length) })
    } else if (changed && !/^\s*-\s*-|^\s*-\d/.test(line)) {
      const unnamed = /[>&]/.test(changed[0])
      voices.push({ changed: true, unnamed, text: line.slice(changed[0].length) })
    } else {
      const last = voices.at(-1)
      if (last) last.text += `\n${line}`
      else voices.push({ text: line })
    }
  }
  return voices
}

function bracketedLabel(line: string): RegExpExecArray | undefined {
  const found = line.includes('[') ? BRACKETED.exec(line) : null
  return found?.[1] !== undefined && isMachineLabel(bareLabel(found[1])) ? found : undefined
}

/**
 * Names before a colon at the start of cues. Where cues start with other words and a colon at
 * least as often, the file names nobody.
 */
export function prefixNames(texts: readonly string[]): Set<string> {
  const counts = new Map<string, number>()
  // Where the sentence goes on behind the colon: `we use Choose Your Own: there's …`
  const goesOn = new Set<string>()
  let others = 0
  for (const text of texts) {
    if (!text.includes(':') && !text.includes('[')) continue
    for (const line of text.split('\n')) {
      const prefix = bracketedLabel(line) ?? PREFIX.exec(line)
      const found = prefix?.[1]
      if (found === undefined) continue
      const name = bareLabel(found)
      if (/^\s*\p{Ll}/u.test(line.slice(prefix?.[0].length))) goesOn.add(name)
      if ((canBeName(found) && looksLikeName(name) && !isNoLabel(name)) || isMachineLabel(name)) {
        counts.set(name, (counts.get(name) ?? 0) + 1)
      } else others++
    }
  }
  let named = 0
  for (const count of counts.values()) named += count
  if (others >= named) return new Set()
  const names = [...counts].filter(
    ([name, count]) =>
      count > 1 ||
      isMachineLabel(name) ||
      isBreakLabel(name) ||
      (!(goesOn.has(name) && named > counts.size * 8) &&
        (texts.length < 60 || name.includes(' ') || named > counts.size * 3)),
  )
  return new Set(names.map(([name]) => name))
}
