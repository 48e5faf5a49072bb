import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { deserialize, serialize } from 'node:v8'
import { longShow } from '../../tests/fixtures/longShow.ts'
import type { Speaker, Transcript, Turn } from '../model/transcript.ts'
import { COMMON_WORDS } from './commonWords.ts'
import { digestOf } from './digest.ts'
import { makeRibbon } from './ribbon.ts'
import { stretchesOf } from './speaking.ts'

const ada: Speaker = { key: 'ada', name: 'Ada', guest: 'ada', role: 'host' }
const ben: Speaker = { key: 'ben', name: 'Ben', guest: 'ben' }
const voice: Speaker = { key: 'Voice', name: 'Voice' }

function turn(start: number | undefined, speaker: Speaker | undefined, text: string): Turn {
  return {
    kind: 'turn',
    id: start === undefined ? 'w=some-words' : `t=${start}`,
    paragraphs: [[{ text }]],
    ...(speaker ? { speaker } : {}),
    ...(start === undefined ? {} : { start }),
  }
}

function transcript(...items: Transcript['items']): Transcript {
  return { language: 'en', format: 'test', file: 'a.txt', items, speakers: [ada, ben] }
}

const STRONG =
  'A harbour without a bell never learns where the fog begins, because nobody listens until the sound is gone.'
const conversation = transcript(
  turn(0, ada, 'Welcome to the harbour. We have Ben and his foghorn, a Leslie Typhon.'),
  turn(8.5, ben, `Thank you, Ada. ${STRONG} And the Typhon?`),
  { kind: 'break', text: 'Break', start: 31 },
  turn(45.25, voice, 'This harbour is brought to you by nobody.'),
  turn(52, undefined, '[inaudible] the Harbour of Saint-Malo'),
  turn(60.125, ada, 'And how loud is a Typhon?'),
)

describe('the digest of a transcript', () => {
  test('is a plain value, the same after a thread or a file handed it on', () => {
    const digest = digestOf(conversation, 90)
    assert.deepEqual(structuredClone(digest), digest)
    assert.deepEqual(deserialize(serialize(digest)), digest)
  })

  test('depends on nothing that was read before', () => {
    const before = serialize(digestOf(conversation, 90))
    for (const { transcript: other } of longShow(3).episodes) other && digestOf(other)
    assert.ok(serialize(digestOf(structuredClone(conversation), 90)).equals(before))
  })

  test('counts words in order of their first saying, and common ones only in the totals', () => {
    const { speech } = digestOf(conversation, 90)
    const words = speech.words.split('\n')
    assert.deepEqual(words.slice(0, 4), ['harbour', 'ben', 'foghorn', 'leslie'])
    assert.equal(speech.counts[words.indexOf('harbour')], 4)
    assert.ok(!words.includes('welcome') && !words.includes('the'))
    const counted = speech.counts.reduce((sum, count) => sum + count, 0)
    assert.ok(speech.total > counted)
  })

  test('says how names are written in the middle of a sentence', () => {
    const { speech } = digestOf(conversation, 90)
    const words = speech.words.split('\n')
    const spellings = speech.spellings
      .split('\n')
      .map((name, at) => [name, words[speech.spelt[at] ?? -1], speech.spellingCounts[at]])
    assert.deepEqual(
      spellings.filter(([, word]) => word === 'typhon' || word === 'harbour'),
      [
        ['Typhon', 'typhon', 3],
        ['Harbour', 'harbour', 1],
      ],
    )
  })

  test('has a voice for each speaker with a page, and for no one else', () => {
    const { speech } = digestOf(conversation, 90)
    const words = speech.words.split('\n')
    assert.deepEqual(
      speech.voices.map(({ key }) => key),
      ['ada', 'ben'],
    )
    const [, theirs] = speech.voices
    const said = [...(theirs?.words ?? [])].map((place, at) => [words[place], theirs?.counts[at]])
    assert.deepEqual(
      said.filter(([word]) => word === 'typhon' || word === 'leslie'),
      [['typhon', 1]],
    )
  })

  test('keeps what could be quoted, where it is said, and which of its words may be telling', () => {
    const { speech } = digestOf(conversation, 90)
    const words = speech.words.split('\n')
    const [passage] = speech.voices[1]?.passages ?? []
    assert.equal(passage?.text, STRONG)
    assert.deepEqual([passage?.start, passage?.turn, passage?.opens], [8.5, 't=8.5', true])
    assert.deepEqual(
      passage?.telling.map(place => words[place]),
      ['harbour', 'bell', 'learns', 'fog', 'begins', 'listens', 'sound', 'gone'].filter(
        word => !COMMON_WORDS.has(word),
      ),
    )
  })

  test('knows whether there are times, estimates, and times of single words', () => {
    const facts = (of: Transcript) => {
      const { timed, estimated, wordTimes } = digestOf(of)
      return [timed, estimated, wordTimes]
    }
    assert.deepEqual(facts(transcript()), [false, false, false])
    assert.deepEqual(facts(transcript(turn(undefined, ada, 'Hi'))), [false, false, false])
    assert.deepEqual(facts(transcript(turn(1, ada, 'Hi'))), [true, false, false])
    const words = { offsets: [0], starts: [1] }
    const exact: Turn = {
      ...turn(1, ada, 'Hi'),
      estimated: true,
      paragraphs: [[{ text: 'Hi', words }]],
    }
    assert.deepEqual(facts(transcript(exact)), [true, true, true])
  })

  test('is small for an hour of talk', () => {
    const [episode] = longShow(1, 180).episodes
    assert.ok(episode?.transcript)
    assert.ok(serialize(digestOf(episode.transcript)).length < 40_000)
  })

  test('draws the ribbon that the turns themselves draw', () => {
    const digest = digestOf(conversation, 90)
    const shares = digest.shares.map(({ speaker }) => speaker?.key)
    for (const columns of [1, 7, 72, 400]) {
      const owners = ownersByTurns(conversation, 90, columns)
      const ribbon = makeRibbon(digest, columns)
      const drawn = Array.from({ length: columns }, (_, column) => {
        const lane = ribbon?.lanes.findIndex(({ runs }) =>
          runs.some(([first, count]) => first <= column && column < first + count),
        )
        return lane === undefined || lane === -1 ? 'silence' : shares[lane]
      })
      assert.deepEqual(drawn, owners, `${columns} columns`)
    }
  })
})

/** Who speaks longest in each column, worked out one column after another. */
function ownersByTurns(of: Transcript, duration: number, columns: number) {
  const stretches = stretchesOf(of, duration)
  return Array.from({ length: columns }, (_, column) => {
    const [from, to] = [(column * duration) / columns, ((column + 1) * duration) / columns]
    const spoken = new Map<string | undefined, number>()
    for (const { turn: said, start, end } of stretches) {
      const time = Math.min(end, to) - Math.max(start, from)
      const key = said.speaker?.key
      if (time > 0) spoken.set(key, (spoken.get(key) ?? 0) + time)
    }
    const most = [...spoken].sort((a, b) => b[1] - a[1])[0]
    return most ? most[0] : 'silence'
  })
}
