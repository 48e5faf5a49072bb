import { asFound, type Found, followedBy, mergeFound, NOWHERE } from './places.ts'
import type { Want } from './query.ts'
import type { SearchIndex } from './searchIndex.ts'
import type { Places, SheetWord } from './sheet.ts'
import { nearest } from './spelling.ts'
import { stem } from './stem.ts'

/** What a wanted word or phrase turned out to be in this show. */
export interface Meaning {
  readonly want: Want
  /** The words to look for, one list of forms for each word of the want. */
  readonly forms: readonly (readonly Form[])[]
  /** The likeliest spelling, where nobody says the word as it was typed. */
  readonly corrected?: string
  /** How often it stands in the show; for a phrase, how often its rarest word does. */
  readonly count: number
  /** Bytes to load beyond the sheets. */
  readonly cost: number
}

export interface Form {
  readonly entry: SheetWord
  /** 1 for the word itself, less for another form of it. */
  readonly fit: number
}

const OTHER_FORM = 0.85
const PREFIX = 0.8
const CORRECTED = 0.9

/** Forms of a word that is still being typed. */
const MOST_PREFIXED = 40

export async function meaningOf(index: SearchIndex, want: Want, open: boolean): Promise<Meaning> {
  let corrected: string | undefined
  const forms = await Promise.all(
    want.words.map(async word => {
      const exact = want.exact || want.words.length > 1
      const own = await formsOf(index, word, exact)
      if (own.length > 0 || exact) return own
      const begun = open ? await beginningWith(index, word) : []
      if (begun.length > 0) return begun
      const near = nearest(word, await index.spellings(word), 1)[0]
      if (near === undefined) return []
      corrected = near
      return (await formsOf(index, near, false)).map(form => ({
        ...form,
        fit: form.fit * CORRECTED,
      }))
    }),
  )
  const count = Math.min(...forms.map(list => list.reduce((sum, f) => sum + f.entry.count, 0)))
  const cost = forms.flat().reduce((sum, { entry }) => sum + costOf(entry), 0)
  return { want, forms, count, cost, ...(corrected === undefined ? {} : { corrected }) }
}

function costOf({ places, size }: SheetWord): number {
  return typeof places === 'string' ? size : 0
}

async function formsOf(index: SearchIndex, word: string, exact: boolean): Promise<Form[]> {
  const sheet = await index.sheetOf(word)
  const key = stem(word)
  return sheet
    .filter(entry => (exact ? entry.word === word : stem(entry.word) === key))
    .map(entry => ({ entry, fit: entry.word === word ? 1 : OTHER_FORM }))
}

async function beginningWith(index: SearchIndex, word: string): Promise<Form[]> {
  if (word.length < 2) return []
  return (await index.sheetOf(word))
    .filter(entry => entry.word.startsWith(word))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_PREFIXED)
    .map(entry => ({ entry, fit: PREFIX }))
}

/** Where a meaning stands. */
export async function findPlaces(index: SearchIndex, meaning: Meaning): Promise<Found> {
  const { forms, want } = meaning
  if (forms.some(list => list.length === 0)) return { ...NOWHERE, length: want.words.length }
  if (forms.length > 1) return findPhrase(index, forms)
  const found = await Promise.all(
    (forms[0] ?? []).map(async ({ entry, fit }) => asFound(await index.places(entry), fit)),
  )
  return mergeFound(found)
}

async function findPhrase(index: SearchIndex, forms: Meaning['forms']): Promise<Found> {
  const entries = forms.map(list => list[0]?.entry).filter(entry => entry !== undefined)
  // Rarest first: what can't be a hit any more needn't be looked at with the frequent words.
  const steps = entries
    .map((entry, step) => ({ entry, step }))
    .sort((a, b) => a.entry.count - b.entry.count)
  const rarest = steps[0]
  if (!rarest) return NOWHERE
  const lists = await Promise.all(steps.map(({ entry }) => index.places(entry)))
  let found: Places = lists[0] ?? NOWHERE
  steps.slice(1).forEach(({ step }, at) => {
    const other = lists[at + 1]
    if (other) found = followedBy(found, other, step - rarest.step)
  })
  return asFound(shifted(found, rarest.step), 1, forms.length)
}

function shifted(found: Places, step: number): Places {
  return step === 0 ? found : { ...found, places: found.places.map(place => place - step) }
}
