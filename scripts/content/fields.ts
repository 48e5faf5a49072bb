import * as kinds from './kinds.ts'

/**
 * Every field an editor can write, once: what reads it, whether it must be there, and what it is
 * for. The reader, `npm run check`, the JSON Schemas, the field tables of the docs and the
 * browser form are all made from these tables.
 */
export interface Field<T = unknown> {
  readonly kind: kinds.Kind<T>
  readonly required?: true
  /** One sentence for editors. */
  readonly about: string
  readonly example: string
}

export type Fields = Readonly<Record<string, Field>>

/** What a table of fields reads as. */
export type Values<F extends Fields> = {
  readonly [K in keyof F]?: F[K] extends Field<infer T> ? T : never
}

function field<T>(kind: kinds.Kind<T>, about: string, example: string): Field<T> {
  return { kind, about, example }
}

function required<T>(kind: kinds.Kind<T>, about: string, example: string): Field<T> {
  return { kind, about, example, required: true }
}

const image = kinds.shape(
  { src: kinds.text, alt: kinds.text },
  '{src: cover.jpg, alt: A lighthouse}',
)

export const link = kinds.shape({ url: kinds.webAddress, name: kinds.text }, 'https://example.org/')

/** A bare address, `{url, name}`, or `Patreon: https://…` as under `listen`. */
const funding = kinds.either(
  kinds.mapOf(kinds.webAddress, 'Patreon: https://example.org/'),
  link,
  value => kinds.isRecord(value) && !('url' in value),
)

export const chapter = kinds.shape(
  {
    title: kinds.text,
    time: kinds.duration,
    url: kinds.webAddress,
    image: kinds.text,
  },
  '{time: 1:30, title: The horn}',
)

const soundbite = kinds.shape(
  { title: kinds.text, start: kinds.duration, duration: kinds.duration },
  '{start: 1:30, duration: 20, title: The horn}',
)

const links = kinds.mapOf(kinds.webAddress, 'site: https://example.org/')

export const showFields = {
  title: required(kinds.text, 'The name of the show.', 'Small Sounds'),
  url: field(
    kinds.webAddress,
    'Where the site will be published, with its path.',
    'https://example.org/',
  ),
  description: field(
    kinds.text,
    'What the show is, in a sentence or two.',
    'Everyday sounds, heard properly.',
  ),
  language: field(kinds.language, 'The language that is spoken, as a tag.', 'en'),
  hosts: field(
    kinds.listOf(kinds.text),
    'Who hosts the show: slugs of guest files, or plain names.',
    '[ada, tom]',
  ),
  author: field(kinds.text, 'Who makes the show, for podcast apps.', 'Small Sounds Radio'),
  email: field(kinds.text, 'Where podcast directories can reach the owner.', 'hello@example.org'),
  category: field(
    kinds.listOf(kinds.text),
    'The category in podcast apps, or several.',
    'Society & Culture',
  ),
  explicit: field(kinds.yesNo, 'Whether the show has explicit language.', 'false'),
  image: field(image, 'The square cover.', '{src: cover.jpg, alt: A lighthouse at night}'),
  copyright: field(kinds.text, 'The copyright line.', '© 2026 Small Sounds'),
  license: field(kinds.text, 'The licence, by its short name.', 'CC-BY-4.0'),
  guid: field(
    kinds.text,
    'The show’s id for podcast apps, when it has one already.',
    '917393e3-1b1e-5cef-ace4-edaa54e1f810',
  ),
  locked: field(kinds.yesNo, 'Whether other platforms may not import the feed.', 'true'),
  medium: field(
    kinds.oneOf('podcast', 'audiobook', 'newsletter', 'video', 'course'),
    'What the feed holds.',
    'podcast',
  ),
  funding: field(
    kinds.listOf(funding),
    'Where listeners can support the show.',
    'https://example.org/support',
  ),
  listen: field(
    links,
    'Where else the show can be heard.',
    'Apple Podcasts: https://podcasts.apple.com/…',
  ),
  seasons: field(kinds.mapOf(kinds.text, '1: Harbours'), 'Names of the seasons.', '1: Harbours'),
  order: field(
    kinds.oneOf('episodic', 'serial'),
    'serial when episodes tell one story in order.',
    'serial',
  ),
  feedLimit: field(
    kinds.count,
    'How many episodes one page of the feed holds; all, when left out.',
    '300',
  ),
  repository: field(
    kinds.webAddress,
    'The folder of this show on GitHub or GitLab, for “suggest a correction”.',
    'https://github.com/me/show',
  ),
  admin: field(
    kinds.shape({ branch: kinds.text, auth: kinds.webAddress }, '{branch: main}'),
    'Turns on the browser form at /admin/: the branch it writes to, and the address of a sign-in service.',
    '{branch: main}',
  ),
  theme: field(
    kinds.shape(
      { accent: kinds.text, fonts: kinds.oneOf('book', 'system') },
      '{accent: "#b3402a"}',
    ),
    'The show’s colour, and its fonts: book or system.',
    '{accent: "#b3402a"}',
  ),
} satisfies Fields

export const episodeFields = {
  title: required(kinds.text, 'The episode’s title.', 'The last foghorn'),
  date: required(
    kinds.date,
    'When it is published; a date in the future keeps it back.',
    '2026-03-03T06:00:00Z',
  ),
  number: field(
    kinds.count,
    'The episode’s number; a leading number of the file name counts too.',
    '4',
  ),
  season: field(kinds.count, 'The season’s number.', '2'),
  type: field(
    kinds.oneOf('full', 'trailer', 'bonus'),
    'A whole episode, a trailer or a bonus.',
    'full',
  ),
  summary: field(
    kinds.text,
    'One or two sentences for lists and previews.',
    'Why a lighthouse keeper misses the noise.',
  ),
  duration: field(
    kinds.duration,
    'How long it is; read from a local audio file by itself.',
    '57:44',
  ),
  audio: field(
    kinds.shape(
      { url: kinds.text, type: kinds.text, length: kinds.count },
      'https://example.org/4.mp3',
    ),
    'The audio: an address, a file, or {url, type, length}. A file of the same name is found by itself.',
    '{url: https://example.org/4.mp3, length: 48123456}',
  ),
  hosts: field(kinds.listOf(kinds.text), 'Who hosts it, when it isn’t the show’s hosts.', '[ada]'),
  guests: field(
    kinds.listOf(kinds.text),
    'Who else speaks: slugs of guest files, or plain names.',
    '[nathan-lambert, Ann Lee]',
  ),
  speakers: field(
    kinds.mapOf(kinds.text, 'SPEAKER_00: ada'),
    'Who a name in the transcript is: label, then slug or name.',
    'SPEAKER_00: ada',
  ),
  topics: field(kinds.listOf(kinds.text), 'What it is about.', '[fog, the sea]'),
  chapters: field(
    kinds.listOf(chapter),
    'Titled places in the episode.',
    '[{time: 1:30, title: The horn}]',
  ),
  soundbites: field(
    kinds.listOf(soundbite),
    'Short passages for podcast apps to play as a taste.',
    '[{start: 1:30, duration: 20, title: The horn}]',
  ),
  transcript: field(
    kinds.raw({ oneOf: [{ type: 'string' }, { type: 'array' }] }),
    'The transcript’s path, or a list of {file, language}. A file of the same name is found by itself.',
    '[{file: foghorns.de.vtt, language: de}]',
  ),
  transcriptOffset: field(
    kinds.seconds,
    'Seconds to add to every time of the transcript.',
    '-12.5',
  ),
  language: field(kinds.language, 'The language spoken, when it isn’t the show’s.', 'de'),
  image: field(image, 'A picture for this episode.', '{src: horn.jpg, alt: A brass horn}'),
  explicit: field(kinds.yesNo, 'Whether it has explicit language.', 'false'),
  draft: field(kinds.yesNo, 'true keeps it out of the site.', 'true'),
  guid: field(
    kinds.text,
    'Its id for podcast apps; never change it after publishing.',
    'a-unique-id',
  ),
  links: field(links, 'Links to show with it.', 'The museum: https://example.org/'),
} satisfies Fields

export const guestFields = {
  name: required(kinds.text, 'The name as the site writes it.', 'Nathan Lambert'),
  aliases: field(kinds.listOf(kinds.text), 'Other names transcripts use.', '[Nathan, SPEAKER_01]'),
  title: field(kinds.text, 'What they do.', 'Keeper of a lighthouse'),
  pronouns: field(kinds.text, 'Pronouns.', 'she/her'),
  photo: field(image, 'A portrait.', '{src: ada.jpg, alt: Ada on the pier}'),
  links: field(links, 'Where to find them.', 'site: https://example.org/'),
} satisfies Fields

export const pageFields = {
  title: required(kinds.text, 'The page’s title.', 'How we make it'),
} satisfies Fields
