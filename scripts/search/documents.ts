import { episodeAddress, guestAddress, pageAddress, topicAddress } from '../model/address.ts'
import type { Episode, Html, Show } from '../model/show.ts'
import { formatSeconds } from '../model/time.ts'
import type { Transcript } from '../model/transcript.ts'
import type { DocumentFacets, DocumentHead, Piece, SearchDocument } from './document.ts'
import { speechOf } from './speech.ts'

/**
 * Everything in a show that search looks into: first what was said, then the pages about it. Some
 * may turn out to be without a word.
 */
export function documentsOf(show: Show): SearchDocument[] {
  const speech = show.episodes.flatMap(episode => {
    const own = episode.transcript ? [spoken(show, episode, episode.transcript)] : []
    return [...own, ...episode.translations.map(other => spoken(show, episode, other))]
  })
  return [...speech, ...pagesOf(show)]
}

function spoken(show: Show, episode: Episode, transcript: Transcript): SearchDocument {
  const { language, hash } = transcript
  const own = transcript === episode.transcript
  return {
    key: `speech/${episode.slug}${own ? '' : `/${language}`}`,
    head: {
      kind: 'speech',
      ...episodeHead(episode),
      ...(language !== show.language ? { language } : {}),
      ...(episode.audio ? { audio: episode.audio.src } : {}),
    },
    ...(hash === undefined ? {} : { source: `${hash} ${episode.duration}` }),
    spoken: { transcript, duration: episode.duration },
    get pieces() {
      return speechOf(transcript, episode.duration)
    },
    facets: facetsOf(episode),
  }
}

function episodeHead(
  episode: Episode,
): Pick<DocumentHead, 'address' | 'title' | 'date' | 'number'> {
  const { slug, title, date, number } = episode
  return {
    address: episodeAddress(slug),
    title,
    date: date.slice(0, 10),
    ...(number === undefined ? {} : { number }),
  }
}

function facetsOf({ date, season, topics, cast }: Episode): DocumentFacets {
  return {
    date: date.slice(0, 10),
    ...(season === undefined ? {} : { season }),
    topics: topics.map(({ slug, name }) => ({ key: slug, name })),
    guests: cast.map(({ guest }) => ({ key: guest.slug, name: guest.name })),
  }
}

const NO_FACETS: DocumentFacets = { topics: [], guests: [] }

function pagesOf(show: Show): SearchDocument[] {
  return [
    ...show.episodes.map(
      (episode): SearchDocument => ({
        key: `episode/${episode.slug}`,
        head: {
          kind: 'episode',
          ...episodeHead(episode),
          ...(episode.language !== show.language ? { language: episode.language } : {}),
        },
        pieces: [
          title(episode.title),
          ...prose(episode.cast.map(({ guest }) => guest.name).join(', ')),
          ...prose(episode.topics.map(({ name }) => name).join(', ')),
          ...episode.chapters
            .filter(({ hidden }) => !hidden)
            .map(
              (chapter): Piece => ({
                at: `t=${formatSeconds(chapter.start)}`,
                start: chapter.start,
                opens: true,
                role: 'chapter',
                text: chapter.title,
              }),
            ),
          ...prose(episode.summary),
          ...prose(plainText(episode.notes)),
        ],
        facets: facetsOf(episode),
      }),
    ),
    ...show.guests.map(guest => ({
      key: `guest/${guest.slug}`,
      head: { kind: 'guest' as const, address: guestAddress(guest.slug), title: guest.name },
      pieces: [
        title([guest.name, ...guest.aliases].join(', ')),
        ...prose(guest.title ?? ''),
        ...prose(plainText(guest.bio)),
      ],
      facets: NO_FACETS,
    })),
    ...show.topics.map(({ slug, name }) => ({
      key: `topic/${slug}`,
      head: { kind: 'topic' as const, address: topicAddress(slug), title: name },
      pieces: [title(name)],
      facets: NO_FACETS,
    })),
    ...show.pages.map(page => ({
      key: `page/${page.slug}`,
      head: { kind: 'page' as const, address: pageAddress(page.slug), title: page.title },
      pieces: [title(page.title), ...prose(plainText(page.body))],
      facets: NO_FACETS,
    })),
  ]
}

function title(text: string): Piece {
  return { at: '', opens: true, role: 'title', text }
}

function prose(text: string): Piece[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => ({ at: '', opens: true, text: line }))
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/**
 * The words of HTML that Verbatim made itself, a line for each block. markdown-it writes four named
 * entities and no others.
 */
function plainText(html: Html): string {
  return html
    .replace(/\n/g, ' ')
    .replace(/<\/?(p|h\d|li|ul|ol|blockquote|pre|br|hr|table|tr|td|th)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}
