import { hash as cryptoHash } from 'node:crypto'
import { episodeAddress, HOME } from '../../scripts/model/address.ts'
import type { Episode } from '../../scripts/model/show.ts'
import type { Transcript } from '../../scripts/model/transcript.ts'
import { type Edition, withoutOthers } from '../edition.ts'
import type { Neighbours } from '../pages/episode.tsx'

/**
 * Says all that an episode's page is made of, beside the transcript it is set around. To make the
 * page takes twenty times as long as to say this.
 */
export function aboutPage(edition: Edition, episode: Episode, beside: Neighbours): string {
  const related = edition.survey
    .related(episode)
    .map(it => [
      nameOfEpisode(it.episode),
      it.words,
      it.topics.map(({ slug, name }) => [slug, name]),
      it.guests.map(({ slug, name }) => [slug, name]),
    ])
  return JSON.stringify([
    frameOf(edition),
    nameOfEpisode(episode),
    [beside.previous, beside.next].map(it => it && [it.slug, it.title]),
    related,
    edition.pictures.card(episodeAddress(episode.slug)),
  ])
}

const frames = new WeakMap<Edition, string>()

/** What all pages of episodes have in common. */
function frameOf(edition: Edition): string {
  let frame = frames.get(edition)
  if (frame === undefined) {
    const { show, assets, pictures } = withoutOthers(edition)
    const { style, scripts, preload } = assets
    // Cards are named by their pages, all other pictures by what is in them.
    const drawn = pictures.files.map(it => it.address).filter(it => !it.endsWith('/card.png'))
    frame = hash([show, style, scripts, preload, drawn, pictures.card(HOME)])
    frames.set(edition, frame)
  }
  return frame
}

const names = new WeakMap<Episode, string>()

/** Names everything in an episode. */
export function nameOfEpisode(episode: Episode): string {
  let name = names.get(episode)
  if (name === undefined) {
    const { transcript, translations, ...rest } = episode
    name = hash([rest, transcript && known(transcript), translations.map(known)])
    names.set(episode, name)
  }
  return name
}

/** A transcript by its name: its turns are not looked at. */
function known({ hash: own, file, language, speakers }: Transcript): unknown {
  return [own, file, language, speakers]
}

function hash(value: unknown): string {
  return cryptoHash('sha256', JSON.stringify(value)).slice(0, 32)
}
