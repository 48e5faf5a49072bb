import { LONGEST, parseTime, type Seconds } from '../model/time.ts'

/** A piece of JSON Schema, for editors' own tools. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** Says that a value is not what it should be: what was expected, and how it could look. */
export type Complain = (
  expected: string,
  example: string,
  path?: readonly (string | number)[],
  /** Set when it is not a value that is wrong but a name that nobody knows: the known ones. */
  known?: readonly string[],
) => void

/**
 * A kind of field: how a value of the front matter is read and how an editor's tool describes it.
 * `read` returns undefined, after a complaint, for a value it can't use.
 */
export interface Kind<T> {
  readonly schema: JsonSchema
  read(value: unknown, complain: Complain): T | undefined
}

function kind<T>(schema: JsonSchema, read: Kind<T>['read']): Kind<T> {
  return { schema, read }
}

export const text = kind<string>({ type: ['string', 'number', 'boolean'] }, (value, complain) => {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  complain('some text', 'a short text')
  return undefined
})

export const count = kind<number>({ type: 'integer', minimum: 0 }, (value, complain) => {
  const number = typeof value === 'string' ? Number(value) : value
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number
  complain('a whole number', '4')
  return undefined
})

export const seconds = kind<number>({ type: ['number', 'string'] }, (value, complain) => {
  const negative = typeof value === 'string' && value.startsWith('-')
  const read = typeof value === 'string' ? parseTime(value.replace(/^-/, '')) : value
  if (typeof read === 'number' && Math.abs(read) <= LONGEST) return negative ? -read : read
  complain('a number of seconds', '-2.5')
  return undefined
})

export const yesNo = kind<boolean>({ type: 'boolean' }, (value, complain) => {
  if (typeof value === 'boolean') return value
  if (value === 'yes' || value === 'no') return value === 'yes'
  complain('true or false', 'true')
  return undefined
})

export const duration = kind<Seconds>({ type: ['string', 'number'] }, (value, complain) => {
  const read =
    typeof value === 'number' ? value : typeof value === 'string' ? parseDuration(value) : undefined
  if (read !== undefined && read >= 0 && read <= LONGEST) return read
  complain('a time', '57:44')
  return undefined
})

function parseDuration(written: string): Seconds | undefined {
  const iso = /^P(?:T)?(?=\d)(\d+H)?(\d+M)?([\d.]+S)?$/i.exec(written.trim())
  return parseTime(iso ? iso.slice(1).join('') : written)
}

/** A date and time, with what an editor left open about it. */
export interface DateValue {
  /** ISO 8601 in UTC. */
  readonly iso: string
  readonly hasZone: boolean
}

const DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

export const date = kind<DateValue>(
  { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}' },
  (value, complain) => {
    const match = DATE.exec(String(value).trim())
    const [, day = '', time, zone] = match ?? []
    const iso = `${day}T${time ?? '00:00'}${time === undefined ? 'Z' : (zone?.toUpperCase() ?? 'Z')}`
    const parsed = match ? new Date(iso.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : undefined
    if (parsed && !Number.isNaN(parsed.getTime()) && isRealDay(day)) {
      return { iso: parsed.toISOString(), hasZone: time === undefined || zone !== undefined }
    }
    complain('a date', '2026-03-03T06:00:00Z')
    return undefined
  },
)

/** `2026-02-30` is no day, but Date reads it as 2 March. */
function isRealDay(day: string): boolean {
  const noon = new Date(`${day}T12:00:00Z`)
  return !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(day)
}

export const webAddress = kind<string>({ type: 'string', format: 'uri' }, (value, complain) => {
  if (typeof value === 'string' && isWebAddress(value.trim())) return spelledOut(value.trim())
  complain('a web address', 'https://example.org/')
  return undefined
})

/** `https:`, `http:` and `mailto:` are the only addresses that ever stand in a link. */
export function isWebAddress(address: string): boolean {
  // `https:example.org` is an address of its own here, and a path on a page.
  return /^(?:https?:\/\/|mailto:)/i.test(address) && URL.canParse(address)
}

/** An address that a player or an `<img>` can fetch; undefined for any other text. */
export function mediaAddressOf(address: string): string | undefined {
  return /^https?:/i.test(address) && isWebAddress(address) ? spelledOut(address) : undefined
}

/** Whether it is fetched without encryption, which no page of the site may do. */
export function isOpen(address: string): boolean {
  return /^http:/i.test(address)
}

/** RFC 3986, 2: feeds want blanks, quotes and letters of other scripts as `%20` and the like. */
function spelledOut(address: string): string {
  return /[^\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a~]/.test(address)
    ? new URL(address).href
    : address
}

export const language = kind<string>({ type: 'string' }, (value, complain) => {
  try {
    const [tag] = Intl.getCanonicalLocales(String(value).replaceAll('_', '-'))
    // BCP 47 leaves room for words such as `english`, and no language has one.
    if (tag && /^[a-z]{2,3}(?:-|$)/.test(tag)) return tag
  } catch {
    // Not a language tag: the complaint below says so.
  }
  complain('a language tag', 'en')
  return undefined
})

export function oneOf<const T extends string>(...values: readonly T[]): Kind<T> {
  return kind({ enum: values }, (value, complain) => {
    const found = values.find(v => v === value)
    if (found === undefined) complain(`one of ${values.join(', ')}`, values[0] ?? '')
    return found
  })
}

/** A list; one value alone counts as a list of one. */
export function listOf<T>(item: Kind<T>): Kind<readonly T[]> {
  const schema = { oneOf: [item.schema, { type: 'array', items: item.schema }] }
  return kind(schema, (value, complain) => {
    const values = Array.isArray(value) ? value : [value]
    return values.flatMap((v: unknown, i) => {
      const read = item.read(v, (e, x, path = [], known) => complain(e, x, [i, ...path], known))
      return read === undefined ? [] : [read]
    })
  })
}

export type Entry<T> = readonly [key: string, value: T]

/** A map, as its entries in the editor's order; keys such as `__proto__` are only words here. */
export function mapOf<T>(item: Kind<T>, example: string): Kind<readonly Entry<T>[]> {
  return kind({ type: 'object', additionalProperties: item.schema }, (value, complain) => {
    if (!isRecord(value)) {
      complain('lines of "name: value"', example)
      return undefined
    }
    return Object.entries(value).flatMap(([key, v]) => {
      const read = item.read(v, (e, x, path = [], known) => complain(e, x, [key, ...path], known))
      return read === undefined ? [] : [[key, read] as const]
    })
  })
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Fields within a field: `{src, alt}`. A plain text stands for the first of them. */
export function shape<T extends Record<string, Kind<unknown>>>(
  parts: T,
  example: string,
): Kind<{ readonly [K in keyof T]?: KindValue<T[K]> }> {
  const [first = ''] = Object.keys(parts)
  const properties = Object.fromEntries(Object.entries(parts).map(([k, part]) => [k, part.schema]))
  const schema = {
    oneOf: [{ type: 'string' }, { type: 'object', properties, additionalProperties: false }],
  }
  return kind(schema, (value, complain) => {
    if (typeof value === 'number') return undefined
    const record = typeof value === 'string' ? { [first]: value } : value
    if (!isRecord(record)) {
      complain(`text, or ${Object.keys(parts).join(', ')}`, example)
      return undefined
    }
    const names = Object.keys(parts)
    for (const key of Object.keys(record)) {
      if (!Object.hasOwn(parts, key)) complain('', example, [key], names)
    }
    const entries = Object.entries(parts).flatMap(([key, part]) => {
      const given = Object.hasOwn(record, key) ? record[key] : undefined
      if (given === undefined || given === null) return []
      const read = part.read(given, (e, x, path = [], known) =>
        complain(e, x, [key, ...path], known),
      )
      return read === undefined ? [] : [[key, read] as const]
    })
    return Object.fromEntries(entries) as { [K in keyof T]?: KindValue<T[K]> }
  })
}

/** One of two kinds; `isFirst` says which a value is meant to be. */
export function either<A, B>(
  first: Kind<A>,
  second: Kind<B>,
  isFirst: (value: unknown) => boolean,
): Kind<A | B> {
  return kind<A | B>({ oneOf: [second.schema, first.schema] }, (value, complain) =>
    (isFirst(value) ? first : second).read(value, complain),
  )
}

/** The value as it stands, for fields that have a reader of their own. */
export function raw(schema: JsonSchema): Kind<unknown> {
  return kind(schema, value => value)
}

export type KindValue<K> = K extends Kind<infer T> ? T : never
