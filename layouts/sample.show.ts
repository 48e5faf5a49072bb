import type { Episode, Guest, Html, Show, Topic } from '../scripts/model/show.ts'
import type { Paragraph, Speaker, Transcript, Turn } from '../scripts/model/transcript.ts'

/** A made-up show of any size, for tests of pages and for measuring. Always the same. */
export function sampleShow(size: number, turnsEach = 40): Show {
  const host = person('tova-lind', 'Tova Lind', true)
  const guests = Array.from({ length: Math.max(1, Math.ceil(size / 3)) }, (_, at) =>
    person(`guest-${at}`, `Guest Number ${at}`, false),
  )
  const topics: Topic[] = ['Tides', 'Fog', 'Maps'].map(name => ({ slug: name.toLowerCase(), name }))
  const episodes = Array.from({ length: size }, (_, at) => {
    const guest = guests[at % guests.length] ?? host
    return sampleEpisode(size - at, host, guest, topics.slice(at % 3), turnsEach)
  })
  return {
    site: { origin: 'https://example.org', base: '/' },
    title: 'Low Water',
    description: 'Conversations at the edge of the sea.',
    language: 'en',
    explicit: false,
    locked: false,
    funding: [],
    listen: [{ name: 'Apple Podcasts', url: 'https://podcasts.example/low-water' }],
    theme: { accent: '#a5402d', fonts: 'book' },
    about: html('<p>A show about the shore.</p>'),
    episodes,
    guests: [host, ...guests],
    topics,
    pages: [],
    assets: [],
    problems: [],
  }
}

function sampleEpisode(
  number: number,
  host: Guest,
  guest: Guest,
  topics: readonly Topic[],
  turns: number,
): Episode {
  const transcript = sampleTranscript(
    number,
    [speakerOf(host, 'host'), speakerOf(guest, 'guest')],
    turns,
  )
  const day = new Date(Date.UTC(2016, 0, 1 + number)).toISOString()
  return {
    slug: `tide-${number}`,
    file: `episodes/tide-${number}.md`,
    title: `Tide ${number}`,
    date: day,
    number,
    type: 'full',
    summary: 'What the water leaves behind.',
    notes: html('<p>Notes on the water.</p>'),
    duration: turns * 20,
    audio: { src: `/media/tide-${number}.mp3`, type: 'audio/mpeg', length: 1000 },
    cast: [
      { guest: host, role: 'host' },
      { guest, role: 'guest' },
    ],
    topics,
    chapters: [
      { start: 0, title: 'Arriving' },
      { start: Math.floor(turns / 2) * 20, title: 'Leaving' },
    ],
    transcript,
    translations: [],
    language: 'en',
    explicit: false,
    guid: `tide-${number}`,
    links: [],
    draft: false,
  }
}

const WORDS =
  'the water leaves a line of weed and shell where it stood longest and we walk along it looking for what the night has brought from further out than we can see'.split(
    ' ',
  )

function sampleTranscript(seed: number, speakers: readonly Speaker[], turns: number): Transcript {
  const items = Array.from({ length: turns }, (_, at): Turn => {
    const start = at * 20
    const speaker = speakers[at % speakers.length]
    const paragraph: Paragraph = [0, 1, 2, 3].map(part => ({
      text: Array.from(
        { length: 15 },
        (_, word) => WORDS[(seed * 7 + at * 3 + part + word) % WORDS.length],
      ).join(' '),
      start: start + part * 5,
    }))
    return {
      kind: 'turn',
      id: `t=${start}`,
      start,
      paragraphs: [paragraph],
      ...(speaker ? { speaker } : {}),
    }
  })
  return { language: 'en', format: 'sample', file: 'sample.vtt', items, speakers }
}

function person(slug: string, name: string, host: boolean): Guest {
  return { slug, name, aliases: [], links: [], bio: html(''), host }
}

function speakerOf({ slug, name }: Guest, role: 'host' | 'guest'): Speaker {
  return { key: slug, name, guest: slug, role }
}

function html(text: string): Html {
  return text as Html
}
