import type { Break, Heading, Segment, Speaker, Turn } from '../model/transcript.ts'
import { joinsTight } from './cjk.ts'
import type { Draft, Piece, TextPiece } from './draft.ts'
import type { Labels } from './labels.ts'
import { isBreakSound } from './names.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** While times and ids are still being worked out. */
export type OpenSegment = Mutable<Segment>
export type OpenTurn = Mutable<Omit<Turn, 'paragraphs'>> & { paragraphs: OpenSegment[][] }
export type OpenBreak = Mutable<Break>
export type OpenHeading = Mutable<Heading>
export type OpenItem = OpenTurn | OpenBreak | OpenHeading

/** One thing with a time, in reading order. */
export interface Entry {
  readonly of: OpenSegment | OpenBreak | OpenHeading
  readonly line: number
  /** Whose words these are. */
  readonly voice?: string | undefined
  /** First of its turn. */
  readonly opens: boolean
}

export interface Turns {
  readonly items: OpenItem[]
  readonly entries: Entry[]
  readonly speakers: Speaker[]
}

/** Folds a draft's pieces into turns, paragraphs and segments. Times stay as the file has them. */
export function foldTurns(draft: Draft, labels: Labels): Turns {
  const fold = new Fold(labels, draft)
  const { pieces } = draft
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (piece) fold.piece(piece, piece.type === 'sound' && standsAlone(pieces, i))
  }
  return { items: fold.items, entries: fold.entries, speakers: [...fold.speakers.values()] }
}

// A cue ends a paragraph when a sentence ends there and this much has been said, or a pause is
// this long: about 80 words of a voice nobody names, 100 of a known one.
const UNNAMED_LETTERS = 450
const NAMED_LETTERS = 560
const LONGEST = 3
const PAUSE = 2.5
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*$/

class Fold {
  readonly items: OpenItem[] = []
  readonly entries: Entry[] = []
  readonly speakers = new Map<string, Speaker>()
  private readonly labels: Labels
  private readonly paragraphsGiven: boolean
  private readonly turnsGiven: boolean
  private label: string | undefined
  private speaker: Speaker | undefined
  private turn: OpenTurn | undefined
  private paragraph: OpenSegment[] | undefined
  private letters = 0
  private newParagraph = false
  private mark: { time: number; estimated: boolean } | undefined
  /** A break that was just announced: a time that follows is its own. */
  private fresh: OpenBreak | undefined
  private prefix = ''
  /** The last text can take more words: nothing stood between. */
  private joins = false

  constructor(labels: Labels, { paragraphs, turns }: Draft) {
    this.labels = labels
    this.paragraphsGiven = paragraphs === true
    this.turnsGiven = turns === true
  }

  /** `alone`: nothing else stands in this piece's paragraph. */
  piece(piece: Piece, alone: boolean): void {
    switch (piece.type) {
      case 'speaker':
        this.speaks(piece.label, piece.line, piece.tentative === true)
        break
      case 'mark':
        this.marks(piece.time, piece.estimated === true)
        break
      case 'paragraph':
        this.newParagraph = true
        this.joins = false
        break
      case 'text':
        this.says(piece)
        break
      case 'sound':
        if (alone && !this.turnsGiven && (isBreakSound(piece.text) || this.label === undefined)) {
          const text = piece.text.slice(1, -1).replace(/^break: */i, '')
          this.pause({ kind: 'break', text }, piece.line, piece.start)
        } else this.sounds(piece)
        break
      case 'heading':
      case 'break':
        this.pause({ kind: piece.type, text: piece.text }, piece.line, piece.start, piece.estimated)
    }
  }

  private marks(time: number, estimated: boolean): void {
    if (this.fresh && this.fresh.start === undefined) {
      this.fresh.start = time
      if (estimated) this.fresh.estimated = true
    } else this.mark = { time, estimated }
    this.joins = false
  }

  private speaks(label: string | undefined, line: number, tentative: boolean): void {
    this.joins = false
    if (label === undefined) {
      if (this.label !== undefined || this.turnsGiven) this.close()
      this.label = undefined
      this.speaker = undefined
      return
    }
    if (tentative && !this.labels.knows(label)) {
      this.prefix = `${label}: `
      return
    }
    this.unsaid(label, line)
    const resolution = this.labels.resolve(label)
    if (resolution.kind === 'break') {
      this.label = undefined
      this.speaker = undefined
      const last = this.items.at(-1)
      if (last?.kind === 'break' && last.text === resolution.text) return
      // Its words, if it has any, are said by nobody in particular.
      const announced = this.breakLabel === resolution.text && this.turn !== undefined
      if (!announced) this.pause({ kind: 'break', text: resolution.text }, line, undefined)
      this.breakLabel = resolution.text
      return
    }
    this.breakLabel = undefined
    // A time behind a name is the person's, not of the music before it.
    this.fresh = undefined
    if (this.turnsGiven || this.speaker?.key !== resolution.speaker.key) this.close()
    this.label = label
    this.speaker = resolution.speaker
    this.silent = resolution.known ? undefined : label
  }
  private breakLabel: string | undefined
  /** A label that has said nothing yet, of nobody the episode knows. */
  private silent: string | undefined

  /** `**Pile-on song:** [1:16:41]` and no words: something was heard there, and its time is its own. */
  private unsaid(label: string, line: number): void {
    const text = this.silent
    this.silent = undefined
    if (text === undefined || text === label || !this.mark) return
    this.pause({ kind: 'break', text }, line, undefined)
    this.fresh = undefined
  }

  private says(piece: TextPiece): void {
    const text = this.prefix + piece.text
    this.prefix = ''
    if (this.joins && piece.start === undefined && !this.newParagraph) {
      const last = this.paragraph?.at(-1)
      if (last) {
        last.text += piece.tight || joinsTight(last.text, text) ? text : ` ${text}`
        this.letters += text.length
        return
      }
    }
    const segment: OpenSegment = { text }
    if (piece.start !== undefined) segment.start = piece.start
    if (piece.end !== undefined) segment.end = piece.end
    if (piece.estimated) segment.estimated = true
    if (piece.words) segment.words = piece.words
    this.add(segment, piece.line)
    if (piece.tight || this.followsTight(segment)) segment.tight = true
    this.joins = piece.start === undefined
  }

  /** Its words join those before it: `你好` `，世界`, `[laughs]` `, yes`. */
  private followsTight(segment: OpenSegment): boolean {
    const before = this.paragraph?.at(-2)
    if (!before) return false
    return before.sound
      ? /^[.,!?;:…%)\]]+(?:\s|$)/.test(segment.text)
      : joinsTight(before.text, segment.text)
  }

  private sounds(piece: Piece & { type: 'sound' }): void {
    const segment: OpenSegment = { text: piece.text, sound: true }
    if (piece.start !== undefined) segment.start = piece.start
    if (piece.end !== undefined) segment.end = piece.end
    if (piece.estimated) segment.estimated = true
    this.add(segment, piece.line)
    this.joins = false
  }

  private add(segment: OpenSegment, line: number): void {
    this.fresh = undefined
    this.silent = undefined
    if (this.mark) {
      segment.start = this.mark.time
      if (this.mark.estimated) segment.estimated = true
      else segment.mark = true
      this.mark = undefined
    }
    const given = this.paragraphsGiven || (this.turnsGiven && this.speaker === undefined)
    if (this.newParagraph || (!given && this.isParagraphFull(segment))) {
      this.paragraph = undefined
      if (this.speaker === undefined) this.turn = undefined
    }
    this.newParagraph = false
    this.turn ??= this.interrupted()
    const opens = this.turn === undefined
    if (!this.turn) this.turn = this.open(segment, line)
    if (!this.paragraph) {
      this.paragraph = []
      this.letters = 0
      this.turn.paragraphs.push(this.paragraph)
    }
    this.paragraph.push(segment)
    this.letters += segment.text.length
    this.entries.push({ of: segment, line, voice: this.speaker?.key, opens })
  }

  /** Somebody else was named in between and said nothing: it is still the turn before. */
  private interrupted(): OpenTurn | undefined {
    const last = this.items.at(-1)
    if (this.turnsGiven || !this.speaker || last?.kind !== 'turn') return undefined
    return last.speaker?.key === this.speaker.key ? last : undefined
  }

  private open(segment: OpenSegment, line: number): OpenTurn {
    const turn: OpenTurn = { kind: 'turn', id: '', paragraphs: [], line }
    if (this.speaker) {
      turn.speaker = this.speaker
      if (!this.speakers.has(this.speaker.key)) this.speakers.set(this.speaker.key, this.speaker)
      if (this.label !== undefined) this.labels.hear(this.label, segment.text, line)
    }
    this.items.push(turn)
    return turn
  }

  /** Only cues are grouped: text has the paragraphs that its file gives it. */
  private isParagraphFull(segment: OpenSegment): boolean {
    const last = this.paragraph?.at(-1)
    if (!last || last.start === undefined || segment.start === undefined || segment.mark)
      return false
    const dense = /[\u3040-\u9fff\uac00-\ud7af]/.test(last.text) ? 3 : 1
    const full = this.speaker ? NAMED_LETTERS : UNNAMED_LETTERS
    const said = this.letters * dense
    if (said > full * LONGEST) return true
    if (!SENTENCE_END.test(last.text)) return false
    const pause = last.end === undefined ? 0 : segment.start - last.end
    return said > full || pause > PAUSE
  }

  private pause(
    item: OpenBreak | OpenHeading,
    line: number,
    start: number | undefined,
    estimated?: boolean,
  ): void {
    this.close()
    if (start !== undefined) {
      item.start = start
      if (estimated) item.estimated = true
    } else if (this.mark && item.kind === 'break') {
      item.start = this.mark.time
      if (this.mark.estimated) item.estimated = true
      this.mark = undefined
    }
    this.items.push(item)
    this.entries.push({ of: item, line, opens: false })
    this.fresh = item.kind === 'break' ? item : undefined
    this.joins = false
  }

  private close(): void {
    this.turn = undefined
    this.paragraph = undefined
    this.joins = false
  }
}

/** A time in front of it counts as its own, not as something beside it. */
function standsAlone(pieces: readonly Piece[], at: number): boolean {
  let before = at - 1
  while (pieces[before]?.type === 'mark') before--
  return isEdge(pieces[before]) && isEdge(pieces[at + 1])
}

function isEdge(piece: Piece | undefined): boolean {
  return (
    piece === undefined ||
    (piece.type !== 'text' && piece.type !== 'sound' && piece.type !== 'mark')
  )
}
