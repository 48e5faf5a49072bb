import type { Seconds } from '../model/time.ts'
import type { Transcript } from '../model/transcript.ts'

/**
 * What search looks into: the speech of one episode, or the words of one page. A passage is any
 * stretch of it; its borders are drawn where the words of a query stand, never beforehand.
 */
export interface SearchDocument {
  /** Unique and stable: decides which part of the index the document belongs to. */
  readonly key: string
  readonly head: DocumentHead
  /** Names all that its pieces are made from: the same source, the same pieces. */
  readonly source?: string
  /** What is said in it, where that is a transcript. */
  readonly spoken?: Spoken
  /** May be read only when somebody asks: ask only for those of documents that have changed. */
  readonly pieces: readonly Piece[]
  readonly facets: DocumentFacets
}

export interface Spoken {
  readonly transcript: Transcript
  /** Seconds; of the episode. */
  readonly duration?: Seconds | undefined
}

/** What a result says about where it was found. Written into every leaf, so the keys are short. */
export interface DocumentHead {
  readonly kind: DocumentKind
  /** From the site's root. */
  readonly address: string
  readonly title: string
  /** BCP 47, where it isn't the show's own. */
  readonly language?: string
  /** `2026-03-03`. */
  readonly date?: string
  readonly number?: number
  readonly audio?: string
}

export type DocumentKind = 'speech' | 'episode' | 'guest' | 'topic' | 'page'

/** The shortest stretch of a document with an address of its own. */
export interface Piece {
  /** Hash of its moment without `#`: `t=754`, `w=hi-nate`; '' for the page itself. */
  readonly at: string
  /** Seconds, where known. */
  readonly start?: Seconds
  readonly estimated?: true
  readonly speaker?: Voice
  /** A new turn, paragraph or chapter starts here: shown apart from the words before. */
  readonly opens?: true
  /** What it is when it isn't running text. */
  readonly role?: 'title' | 'chapter'
  readonly text: string
}

export interface Voice {
  readonly key: string
  readonly name: string
}

/** What an episode can be filtered by. */
export interface DocumentFacets {
  /** `2026-03-03`. */
  readonly date?: string
  readonly season?: number
  readonly topics: readonly Voice[]
  readonly guests: readonly Voice[]
}
