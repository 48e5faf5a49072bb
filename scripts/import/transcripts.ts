import { TRANSCRIPTS } from '../content/locate.ts'
import { slugify } from '../model/slug.ts'
import type { Fetching } from './assets.ts'
import type { FeedTranscript } from './feedItem.ts'

const LIMIT = 24 * 1024 * 1024

/** By MIME type; several names are in use for SRT. */
const TYPES: Readonly<Record<string, string>> = {
  'text/vtt': 'vtt',
  'application/json': 'json',
  'application/x-subrip': 'srt',
  'application/srt': 'srt',
  'text/srt': 'srt',
  'text/html': 'html',
  'text/plain': 'txt',
  'application/ttml+xml': 'ttml',
}

/** A transcript that was kept beside its episode. */
export interface KeptTranscript {
  readonly file: string
  readonly language?: string
}

/**
 * Fetches an episode's transcripts, one for each language, in the format that tells most: the
 * others are the same words again.
 *
 * @param name the path for a language, without its ending; undefined is the show's own
 */
export async function fetchTranscripts(
  transcripts: readonly FeedTranscript[],
  showLanguage: string,
  name: (language: string | undefined) => string,
  where: string,
  fetching: Fetching,
): Promise<KeptTranscript[]> {
  const kept: KeptTranscript[] = []
  for (const [language, offers] of byLanguage(transcripts, showLanguage)) {
    const file = await fetchBest(offers, name(language), where, fetching)
    if (file) kept.push({ file, ...(language && { language }) })
  }
  return kept
}

/**
 * The language of an episode that isn't in the show's: a feed has no word for it, but transcripts
 * in one other language only are that of what is spoken.
 */
export function spokenLanguage(
  transcripts: readonly FeedTranscript[],
  showLanguage: string,
): string | undefined {
  const named = transcripts.map(it => it.language ?? showLanguage)
  const [first] = named
  if (first === undefined || primary(first) === primary(showLanguage)) return undefined
  return named.every(it => primary(it) === primary(first)) ? first : undefined
}

/** The show's own language, under undefined, comes first. */
function byLanguage(transcripts: readonly FeedTranscript[], showLanguage: string) {
  const own = primary(showLanguage)
  const groups = new Map<string | undefined, FeedTranscript[]>([[undefined, []]])
  for (const transcript of transcripts) {
    const language =
      primary(transcript.language ?? showLanguage) === own ? undefined : transcript.language
    const group = groups.get(language)
    if (group) group.push(transcript)
    else groups.set(language, [transcript])
  }
  return [...groups].filter(([, offers]) => offers.length > 0)
}

function primary(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? ''
}

interface Offer extends FeedTranscript {
  readonly ending: string
}

async function fetchBest(
  transcripts: readonly FeedTranscript[],
  stem: string,
  where: string,
  fetching: Fetching,
): Promise<string | undefined> {
  const { ledger, report, has, dry } = fetching
  const there = TRANSCRIPTS.map(ending => `${stem}.${ending}`).find(
    file => !file.endsWith('.md') && has(file),
  )
  if (there) {
    report.add('transcript', there, ledger.isOurs(there) ? 'same' : 'kept')
    return there
  }
  const offers = transcripts
    .map((it): Offer => ({ ...it, ending: endingOf(it) }))
    .toSorted((a, b) => TRANSCRIPTS.indexOf(a.ending) - TRANSCRIPTS.indexOf(b.ending))
  const gone = offers.map(({ ending }) => `${stem}.${ending}`).find(file => ledger.isGone(file))
  if (gone) {
    report.add('transcript', gone, 'gone')
    return undefined
  }
  if (dry) {
    const file = `${stem}.${offers[0]?.ending}`
    report.add('transcript', file, 'written')
    return file
  }
  const failures: string[] = []
  let spare: { readonly offer: Offer; readonly bytes: Uint8Array } | undefined
  for (const offer of offers) {
    const bytes = await fetchOne(offer, fetching, reason => failures.push(reason))
    if (!bytes) continue
    // WebVTT without voices says nobody's name; the next format may.
    const namesNobody = offer.ending === 'vtt' && !/<v[\s.]/.test(textOf(bytes))
    const mayName = offers.some(other => other.ending === 'json')
    if (namesNobody && mayName) spare = { offer, bytes }
    else if (spare && !/"speaker"\s*:\s*"[^"]/.test(textOf(bytes))) break
    else return keep(offer, bytes, stem, fetching)
  }
  if (spare) return keep(spare.offer, spare.bytes, stem, fetching)
  for (const failure of failures) report.fail(where, failure)
  return undefined
}

function keep(offer: Offer, bytes: Uint8Array, stem: string, { ledger, report }: Fetching): string {
  const file = `${stem}.${offer.ending}`
  report.add('transcript', file, ledger.put(file, bytes))
  return file
}

async function fetchOne(
  { url, ending }: Offer,
  { downloader }: Fetching,
  fail: (reason: string) => void,
): Promise<Uint8Array | undefined> {
  const download = await downloader.get(url, { limit: LIMIT })
  if (!download.ok) {
    fail(`the transcript ${url} can’t be had: ${download.reason}`)
    return undefined
  }
  if (!looksLike(ending, textOf(download.bytes))) {
    fail(`${url} should be a transcript (${ending}), and is ${download.type || 'something else'}`)
    return undefined
  }
  return download.bytes
}

/** The address's own ending tells more than `text/plain`, which servers say of anything. */
function endingOf({ url, type }: FeedTranscript): string {
  const written = URL.canParse(url) ? /\.([a-z0-9]+)$/i.exec(new URL(url).pathname)?.[1] : undefined
  const ending = written?.toLowerCase() ?? ''
  const byType = TYPES[type.split(';')[0]?.trim() ?? '']
  if (byType && byType !== 'txt') return byType
  if (TRANSCRIPTS.includes(ending) && ending !== 'md') return ending === 'htm' ? 'html' : ending
  return byType ?? 'txt'
}

/** Enough to tell a transcript from a login page or an error message. */
function looksLike(ending: string, text: string): boolean {
  const start = text.trimStart().slice(0, 200)
  const isPage = /^<(!doctype html|html)/i.test(start)
  if (ending === 'vtt' || ending === 'srt') return text.includes('-->') && !isPage
  if (ending === 'json') return /^[[{]/.test(start)
  if (ending === 'html') return start !== ''
  return start !== '' && !isPage
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** `episodes/004-foghorns.de` for a German translation. */
export function translationStem(stem: string, language: string | undefined): string {
  return language === undefined ? stem : `${stem}.${slugify(language) || 'und'}`
}
