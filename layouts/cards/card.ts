import type { Digest } from '../../scripts/insight/digest.ts'
import { makeRibbon } from '../../scripts/insight/ribbon.ts'
import type { Episode, Guest, Show } from '../../scripts/model/show.ts'
import { plural } from '../parts/figures.ts'
import { initialsOf } from '../parts/portrait.tsx'
import { speakerKeys } from '../parts/voices.ts'
import type { Palette } from '../styles/theme.ts'
import { BOOK, SANS } from './fonts.ts'
import { box, type Drawing, type DrawingNode, picture, text } from './node.ts'

/** What cards need besides the show. */
export interface CardKit extends EpisodeKit {
  readonly show: Show
}

/** What the card of an episode needs: of the show no more than stands here. */
export interface EpisodeKit {
  readonly show: Pick<Show, 'title' | 'theme'>
  readonly colours: Palette
  /** What is known of an episode's transcript. */
  digest(episode: Episode): Pick<Digest, 'shares' | 'stretches'> | undefined
  /** A small portrait of a guest, as a file of the cache, where there is a photo. */
  portrait(guest: Guest): string | undefined
  /** The text as it can be drawn; undefined where the fonts have no letters for it. */
  drawable(text: string): string | undefined
}

/** What link previews want: https://ogp.me */
const WIDTH = 1200
const HEIGHT = 630
const MARGIN = 72
const RIBBON = 96

/** The card of an episode: its name, its people, and who speaks when along the foot. */
export function episodeCard(kit: EpisodeKit, episode: Episode): Drawing | undefined {
  const { colours } = kit
  const title = kit.drawable(episode.title)
  const people = castRow(kit, episode, colours)
  if (!title || !people) return undefined
  return card(
    kit,
    [
      head(kit, colours, numberOf(episode)),
      text(title, { ...titleStyle(kit, title), color: colours.ink, flexGrow: 1 }),
      people,
    ],
    ribbon(kit, episode),
  )
}

/** A person's face on their own card, the space beside it, and what is left for the name. */
const FACE = 260
const GAP = 48
const NAME = WIDTH - 2 * MARGIN - FACE - GAP

/** The card of a person: face, name, and where they are heard. */
export function guestCard(kit: CardKit, guest: Guest): Drawing | undefined {
  const { show, colours } = kit
  const name = kit.drawable(guest.name)
  if (!name) return undefined
  const heard = show.episodes.filter(it => it.cast.some(one => one.guest.slug === guest.slug))
  const line = (words: string | undefined, style: Record<string, string | number>) =>
    words ? text(words, { fontFamily: SANS, fontSize: 32, lineHeight: 1.3, ...style }) : undefined
  return card(
    kit,
    [
      head(kit, colours, plural(heard.length, 'episode')),
      box(
        { alignItems: 'center', gap: GAP, flexGrow: 1 },
        portrait(kit, guest, FACE, colours, 0),
        box(
          { flexDirection: 'column', gap: 12, flexShrink: 1 },
          text(name, { ...titleStyle(kit, name, NAME), color: colours.ink }),
          line(kit.drawable(guest.title ?? ''), { color: colours.ink, opacity: 0.75 }),
        ),
      ),
    ],
    heard[0] && ribbon(kit, heard[0]),
  )
}

/** The card of the show, for every page that has none of its own. */
export function showCard(kit: CardKit): Drawing | undefined {
  const { show, colours } = kit
  const title = kit.drawable(show.title)
  const about = kit.drawable(show.description)
  if (!title) return undefined
  const hosts = show.guests.filter(guest => guest.host).slice(0, 4)
  const style = {
    fontFamily: SANS,
    fontSize: 34,
    lineHeight: 1.4,
    color: colours.ink,
    lineClamp: 2,
  }
  return card(
    kit,
    [
      box(
        { flexDirection: 'column', gap: 20, flexGrow: 1, justifyContent: 'center' },
        text(title, { ...titleStyle(kit, title), color: colours.accent }),
        about ? text(about, { ...style, opacity: 0.8 }) : undefined,
      ),
      box({ gap: 16 }, ...hosts.map((guest, at) => portrait(kit, guest, 72, colours, at))),
    ],
    show.episodes[0] && ribbon(kit, show.episodes[0]),
  )
}

function card(
  { colours }: EpisodeKit,
  rows: DrawingNode[],
  foot: DrawingNode | undefined,
): Drawing {
  const { paper, accent } = colours
  const node = box(
    { width: WIDTH, height: HEIGHT, flexDirection: 'column', backgroundColor: paper },
    box({ height: 14, width: WIDTH, backgroundColor: accent }),
    box(
      { flexDirection: 'column', flexGrow: 1, gap: 36, padding: `44px ${MARGIN}px 36px` },
      ...rows,
    ),
    foot ?? box({ height: 28, width: WIDTH }),
  )
  return { node, width: WIDTH, height: HEIGHT, format: 'png' }
}

function head(
  { show, drawable }: EpisodeKit,
  { accent, ink }: Palette,
  right: string,
): DrawingNode {
  const style = { fontFamily: SANS, fontSize: 32, fontWeight: 600 }
  return box(
    { justifyContent: 'space-between', gap: 32 },
    text(drawable(show.title) ?? '', { ...style, color: accent, lineClamp: 1 }),
    text(right, { ...style, fontWeight: 500, color: ink, opacity: 0.7, whiteSpace: 'nowrap' }),
  )
}

/** `Season 2, episode 4`, `Trailer`; empty for an episode without a number. */
function numberOf({ number, season, type }: Episode): string {
  const kind = type === 'trailer' ? 'Trailer' : type === 'bonus' ? 'Bonus' : 'Episode'
  if (number === undefined) return type === 'full' ? '' : kind
  return season === undefined
    ? `${kind} ${number}`
    : `Season ${season}, ${kind.toLowerCase()} ${number}`
}

/** Letters in a title, and the size in pixels that lets that many fit. */
const SIZES = [
  [22, 108],
  [36, 88],
  [60, 72],
  [90, 60],
  [140, 50],
] as const

/** How wide a letter is on the average, in parts of the font's size. */
const LETTER = 0.56

/**
 * Long titles are set smaller, so that each fits three or four lines, and so that its longest word
 * fits one.
 * @param width pixels there are for a line
 */
function titleStyle(
  { show }: EpisodeKit,
  title: string,
  width = WIDTH - 2 * MARGIN,
): Record<string, string | number> {
  const bySize = SIZES.find(([most]) => title.length <= most)?.[1] ?? 44
  const longest = Math.max(...title.split(/[\s-]/).map(word => word.length))
  const fontSize = Math.floor(Math.min(bySize, width / (longest * LETTER)))
  return {
    fontFamily: show.theme.fonts === 'book' ? BOOK : SANS,
    fontSize,
    fontWeight: 600,
    lineHeight: 1.12,
    letterSpacing: '-0.02em',
    textWrap: 'balance',
    lineClamp: 4,
  }
}

/** At most this many faces; the names of the others are counted. */
const FACES = 4

function castRow(kit: EpisodeKit, { cast }: Episode, colours: Palette): DrawingNode | undefined {
  const shown = cast.slice(0, FACES)
  const names = shown.map(({ guest }) => kit.drawable(guest.name))
  if (names.includes(undefined)) return undefined
  const more = cast.length - shown.length
  const words = more > 0 ? [...names, `${more} more`] : names
  const list = [words.slice(0, -1).join(', '), words.at(-1) ?? ''].filter(part => part !== '')
  return box(
    { alignItems: 'center', gap: 24 },
    box(
      { gap: 10, flexShrink: 0 },
      ...shown.map(({ guest }, at) => portrait(kit, guest, 84, colours, at)),
    ),
    text(list.join(' and '), {
      fontFamily: SANS,
      fontSize: 32,
      fontWeight: 500,
      lineHeight: 1.25,
      color: colours.ink,
      lineClamp: 2,
    }),
  )
}

function portrait(
  kit: EpisodeKit,
  guest: Guest,
  size: number,
  { paper, voices }: Palette,
  voice: number,
): DrawingNode {
  const round = { width: size, height: size, borderRadius: size / 2, flexShrink: 0 }
  const photo = kit.portrait(guest)
  if (photo) return picture(photo, round)
  return box(
    {
      ...round,
      backgroundColor: voices[voice % voices.length] ?? '',
      alignItems: 'center',
      justifyContent: 'center',
    },
    text(kit.drawable(initialsOf(guest.name)) ?? '', {
      fontFamily: SANS,
      fontWeight: 600,
      fontSize: size * 0.38,
      color: paper,
    }),
  )
}

const COLUMNS = 150
/** Thinner lanes than a sixth of the band are lines, not a picture. */
const MOST_LANES = 6

/** The same band that the episode's page has, a lane for each speaker. */
function ribbon(kit: EpisodeKit, episode: Episode): DrawingNode | undefined {
  const { voices, ink } = kit.colours
  const keys = speakerKeys(episode)
  const digest = kit.digest(episode)
  const band = digest && makeRibbon(digest, COLUMNS, keys)
  const lanes = band?.lanes.slice(0, MOST_LANES) ?? []
  if (!lanes.some(lane => lane.runs.length > 0)) return undefined
  const height = RIBBON / lanes.length
  const column = WIDTH / COLUMNS
  return box(
    { position: 'relative', width: WIDTH, height: RIBBON, backgroundColor: `${ink}0d` },
    ...lanes.flatMap(({ share, runs }, lane) => {
      const voice = keys.indexOf(share.speaker?.key ?? '')
      const backgroundColor = voices[voice % voices.length] ?? ink
      return runs.map(([first, count]) =>
        box({
          position: 'absolute',
          left: first * column,
          top: lane * height,
          width: count * column,
          height,
          backgroundColor,
        }),
      )
    }),
  )
}
