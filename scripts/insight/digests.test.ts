import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { longShow } from '../../tests/fixtures/longShow.ts'
import type { Episode, Show } from '../model/show.ts'
import type { Transcript } from '../model/transcript.ts'
import { digestOf } from './digest.ts'
import { Digests, type Filed } from './digests.ts'

/** A show whose transcripts have hashes, and count how often their turns are looked at. */
function keptShow(size = 4): { show: Show; looks: () => number } {
  const show = longShow(size, 6)
  let looks = 0
  const episodes = show.episodes.map((episode): Episode => {
    const { transcript } = episode
    if (!transcript) return episode
    const lazy: Transcript = {
      ...transcript,
      hash: `hash of ${episode.slug}`,
      get items() {
        looks += 1
        return transcript.items
      },
    }
    return { ...episode, transcript: lazy }
  })
  return { show: { ...show, episodes }, looks: () => looks }
}

function digestsOf({ episodes }: Show, digests: Digests): (Filed | undefined)[] {
  return episodes.map(it => it.transcript && digests.of(it.transcript, it.duration))
}

/** A digest with words in place of numbers. */
function read(digest: Filed | undefined, { lexicon }: Digests) {
  if (!digest) return undefined
  const { words, spellings, voices, ...speech } = digest.speech
  const spell = (numbers: Uint32Array) =>
    Array.from(numbers, number => lexicon.word(number)).join('\n')
  return {
    ...digest,
    speech: {
      ...speech,
      words: spell(words),
      spellings: spell(spellings),
      voices: voices.map(voice => ({ ...voice, passages: voice.passages })),
    },
  }
}

describe('the digests of a show', () => {
  test('are what digestOf makes, whether made here, added or kept', () => {
    const { show } = keptShow()
    const made = new Digests()
    const added = new Digests()
    added.lexicon.numbersOf('these\nwords\ncame\nfirst')
    for (const { transcript, duration } of show.episodes.toReversed()) {
      if (transcript?.hash) added.add(transcript.hash, duration, digestOf(transcript, duration))
    }
    digestsOf(show, made)
    const kept = Digests.load(made.save(show))
    for (const digests of [made, added, kept, Digests.load(added.save(show))]) {
      show.episodes.forEach(({ transcript, duration }) => {
        assert.ok(transcript)
        const expected = digestOf(transcript, duration)
        assert.deepEqual(read(digests.of(transcript, duration), digests), expected)
      })
    }
  })

  test('are kept, so that a second build looks at no turn', () => {
    const { show } = keptShow()
    const first = new Digests()
    digestsOf(show, first)
    const saved = first.save(show)
    const again = keptShow()
    const second = Digests.load(saved)
    digestsOf(again.show, second)
    assert.equal(again.looks(), 0)
    assert.equal(second.save(again.show), undefined, 'there is nothing new to keep')
  })

  test('are kept for a build in which nobody asked for them', () => {
    const { show } = keptShow()
    const first = new Digests()
    digestsOf(show, first)
    const second = Digests.load(first.save(show))
    const fewer = { ...show, episodes: show.episodes.slice(1) }
    const third = Digests.load(second.save(fewer))
    for (const { transcript, duration } of fewer.episodes) {
      assert.ok(transcript?.hash && third.has(transcript.hash, duration))
    }
  })

  test('forget transcripts that are no more, and the words that only those had', () => {
    const { show } = keptShow(1)
    const digests = new Digests()
    digests.lexicon.numbersOf('words\nof\nnobody')
    digestsOf(show, digests)
    const [gone] = longShow(1, 2).episodes
    assert.ok(gone?.transcript)
    digests.add('gone', 40, digestOf(gone.transcript, 40))
    const kept = Digests.load(digests.save(show))
    assert.ok(!kept.has('gone', 40))
    assert.equal(kept.lexicon.size, digests.lexicon.size - 3)
  })

  test('belong to the length of their recording too', () => {
    const { show } = keptShow(1)
    const [transcript] = show.episodes.flatMap(it => it.transcript ?? [])
    assert.ok(transcript)
    const digests = new Digests()
    assert.equal(digests.of(transcript, 500).stretches.length, 500)
    assert.equal(digests.of(transcript, 600).stretches.length, 600)
    digests.add(transcript.hash ?? '', 700, digestOf(transcript, 700))
    assert.equal(digests.has(transcript.hash ?? '', 700), true)
    assert.equal(digests.has(transcript.hash ?? '', 800), false)
  })

  test('a transcript without a hash is digested once a process and never kept', () => {
    const show = longShow(2, 2)
    const digests = new Digests()
    assert.deepEqual(digestsOf(show, digests), digestsOf(show, digests))
    assert.equal(digestsOf(show, digests)[0], digestsOf(show, digests)[0])
    assert.equal(digests.save(show), undefined)
  })

  test('what came later is saved by itself, and read only with what it adds to', () => {
    const { show } = keptShow(40)
    const [newest, ...others] = show.episodes
    assert.ok(newest?.transcript?.hash)
    const { hash } = newest.transcript
    const before = { ...show, episodes: others }
    const first = new Digests()
    digestsOf(before, first)
    const { all } = first.save(before) ?? {}
    const second = Digests.load({ all })
    digestsOf(show, second)
    const { all: whole, more } = second.save(show) ?? {}
    assert.ok(all && more && !whole && more.length * 10 < all.length)

    const third = Digests.load({ all, more })
    const read3 = digestsOf(show, third).map(digest => read(digest, third))
    assert.deepEqual(
      read3,
      digestsOf(show, second).map(digest => read(digest, second)),
    )
    assert.ok(third.has(hash, newest.duration))
    assert.ok(!Digests.load({ all, more: more.subarray(1) }).has(hash, newest.duration))
    assert.ok(!Digests.load({ more }).has(hash, newest.duration))
    const other = first.save({ ...show, episodes: others.slice(1) })?.all
    assert.ok(!Digests.load({ all: other, more }).has(hash, newest.duration))
  })

  test('a damaged file is as good as none', () => {
    const { show } = keptShow()
    const digests = new Digests()
    digestsOf(show, digests)
    const saved = digests.save(show)?.all
    assert.ok(saved)
    const hash = show.episodes[0]?.transcript?.hash ?? ''
    const duration = show.episodes[0]?.duration
    assert.ok(Digests.load({ all: saved }).has(hash, duration))
    const flipped = Buffer.from(saved)
    flipped[saved.length >> 1] = (flipped[saved.length >> 1] ?? 0) ^ 1
    const wrong = [
      Buffer.alloc(0),
      Buffer.from('{"not": "ours"}'),
      saved.subarray(0, 5),
      saved.subarray(0, saved.length - 1),
      flipped,
    ]
    for (const all of wrong) assert.ok(!Digests.load({ all }).has(hash, duration))
  })
})
