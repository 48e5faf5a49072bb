import type { Address, Site } from './address.ts'
import type { Problem } from './problem.ts'
import type { Seconds } from './time.ts'
import type { Transcript } from './transcript.ts'

/** The whole publication: one readonly value that every page, file and index is made from. */
export interface Show {
  readonly site: Site
  readonly title: string
  readonly description: string
  /** BCP 47. */
  readonly language: string
  readonly author?: string
  readonly email?: string
  readonly category?: string
  readonly explicit: boolean
  readonly image?: Image
  readonly copyright?: string
  readonly license?: string
  readonly guid?: string
  readonly locked: boolean
  readonly funding: readonly Link[]
  /** Where else the show can be heard: "Apple Podcasts" and its address. */
  readonly listen: readonly Link[]
  /** Whether episodes tell one story in order; podcast apps then play the oldest first. */
  readonly order?: 'episodic' | 'serial'
  /** What is published, in Podcasting 2.0's words; `podcast` when nothing is said. */
  readonly medium?: string
  /** Names of the seasons that have one. */
  readonly seasons?: readonly Season[]
  /** Items on one page of the feed; undefined puts all of them on one. */
  readonly feedLimit?: number
  /** Address of the source repository, for "suggest a correction" links. */
  readonly repository?: string
  /** The browser form, when the show turns it on. */
  readonly admin?: Admin
  readonly theme: Theme
  /** The About text as HTML. */
  readonly about: Html
  /** Newest first. */
  readonly episodes: readonly Episode[]
  /** Everyone with a page: the show's hosts in their order, then the rest by name. */
  readonly guests: readonly Guest[]
  /** Only topics that are used, by name. */
  readonly topics: readonly Topic[]
  readonly pages: readonly Page[]
  /** Files of the content folder that pages refer to, to be published as they are. */
  readonly assets: readonly Asset[]
  /** Sorted by `compareProblems`. */
  readonly problems: readonly Problem[]
}

/** The form at `/admin/`, which writes to the repository. */
export interface Admin {
  readonly branch: string
  /** Address of the service that signs editors in, where the repository's host needs one. */
  readonly auth?: string
}

/** HTML that Verbatim made from Markdown; the only strings a layout may write unescaped. */
export type Html = string & { readonly __html: 'made by content/markdown.ts' }

export interface Theme {
  /** CSS colour of the show, as the editor gave it. */
  readonly accent: string
  readonly fonts: 'book' | 'system'
}

/** One published recording. */
export interface Episode {
  readonly slug: string
  /** Path of its Markdown file from the content folder. */
  readonly file: string
  readonly title: string
  /** ISO 8601 in UTC, with time: `2026-03-03T06:00:00.000Z`. */
  readonly date: string
  readonly number?: number
  readonly season?: number
  readonly type: 'full' | 'trailer' | 'bonus'
  /** Plain text; the editor's, or the first sentences of the notes. */
  readonly summary: string
  /** Show notes as HTML. */
  readonly notes: Html
  /** Show notes as the editor wrote them, for the Markdown twin of the page. */
  readonly notesMarkdown?: string
  readonly duration?: Seconds
  readonly audio?: Audio
  /** Hosts first, each in the editor's order. */
  readonly cast: readonly CastMember[]
  /** Slugs of `Show.topics`. */
  readonly topics: readonly Topic[]
  readonly chapters: readonly Chapter[]
  /** Stretches worth hearing on their own, for apps that play a taste of an episode. */
  readonly soundbites?: readonly Soundbite[]
  /** The transcript in the episode's own language, when there is one. */
  readonly transcript?: Transcript
  /** Transcripts in other languages. */
  readonly translations: readonly Transcript[]
  /** BCP 47: the language spoken. */
  readonly language: string
  readonly image?: Image
  readonly explicit: boolean
  /** Stable for ever: the editor's, or made from the slug. */
  readonly guid: string
  readonly links: readonly Link[]
  readonly draft: boolean
}

export interface CastMember {
  readonly guest: Guest
  readonly role: 'host' | 'guest'
}

export interface Audio {
  /** Whole URL, or the address of a local file on the site. */
  readonly src: string
  /** MIME type, `audio/mpeg`. */
  readonly type: string
  /** Bytes; undefined when the file is elsewhere and the editor does not say. */
  readonly length?: number
}

export interface Chapter {
  readonly start: Seconds
  readonly title: string
  readonly url?: string
  readonly image?: string
  /** `toc: false` in the chapters file: not listed. */
  readonly hidden?: true
}

export interface Soundbite {
  readonly start: Seconds
  /** Podcasting 2.0 asks for 15 to 120 seconds. */
  readonly duration: Seconds
  readonly title?: string
}

export interface Season {
  readonly number: number
  readonly name: string
}

/** A person with a page; a host is a guest whom the show or an episode lists under `hosts`. */
export interface Guest {
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly title?: string
  readonly pronouns?: string
  readonly photo?: Image
  readonly links: readonly Link[]
  /** Bio as HTML; empty for a person without a file. */
  readonly bio: Html
  /** One of the show's own hosts. */
  readonly host: boolean
  /** Undefined for a person who is only named in an episode. */
  readonly file?: string
}

export interface Topic {
  readonly slug: string
  readonly name: string
}

export interface Page {
  readonly slug: string
  readonly file: string
  readonly title: string
  readonly body: Html
}

export interface Link {
  readonly name: string
  readonly url: string
}

export interface Image {
  /** Whole URL, or the address of a local file on the site. */
  readonly src: string
  readonly alt: string
  /** Path of a local file from the content folder, so that it can be resized and drawn. */
  readonly file?: string
}

/** One file to publish. */
export interface Asset {
  /** Path from the content folder. */
  readonly file: string
  readonly address: Address
}
