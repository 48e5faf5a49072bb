import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { longShow } from '../../tests/fixtures/longShow.ts'
import type { Episode, Show } from '../model/show.ts'
import type { Turn } from '../model/transcript.ts'
import { digestOf } from './digest.ts'
import { Digests } from './digests.ts'
import type { Term } from './distinctive.ts'
import { Survey } from './survey.ts'

/** A show whose episodes say these texts, each in turns of host and guest. */
function showSaying(...texts: readonly (readonly string[])[]): Show {
  const show = longShow(texts.length, 2)
  const episodes = show.episodes.map((episode, at): Episode => {
    const { transcript } = episode
    if (!transcript) return episode
    const items = (texts[at] ?? []).map((text, turn): Turn => {
      const speaker = transcript.speakers[turn % 2]
      return {
        kind: 'turn',
        id: `t=${turn * 20}`,
        start: turn * 20,
        paragraphs: [[{ text, start: turn * 20 }]],
        ...(speaker ? { speaker } : {}),
      }
    })
    return { ...episode, topics: [], transcript: { ...transcript, items } }
  })
  return { ...show, episodes }
}

const LIGHTHOUSE =
  'The lighthouse lens is a Fresnel lens, and a Fresnel lens throws the beam of the lighthouse far. Lens, lens, Fresnel.'
const LENS =
  'A Fresnel lens in a theatre throws a beam on the stage. Fresnel made the lens for the sea.'
const BREAD =
  'Sourdough bread needs flour and water. Flour, flour and sourdough make the bread rise.'

describe('the survey of a show', () => {
  test('finds the words an episode is about', () => {
    const show = showSaying([BREAD, BREAD], [LIGHTHOUSE, LIGHTHOUSE])
    const [bread] = show.episodes
    assert.ok(bread)
    const terms = new Survey(show).terms(bread).map(({ text }) => text)
    assert.ok(terms.includes('sourdough') && terms.includes('flour'), terms.join(' '))
    assert.ok(!terms.includes('the') && !terms.includes('lens'), terms.join(' '))
  })

  test('relates episodes by what is said in them, and says by which words', () => {
    const show = showSaying([LIGHTHOUSE, LIGHTHOUSE], [BREAD, BREAD], [LENS, LENS])
    const [lighthouse, , theatre] = show.episodes
    assert.ok(lighthouse)
    const [best] = new Survey(show).related(lighthouse)
    assert.equal(best?.episode, theatre)
    assert.ok(best?.words.includes('Fresnel'), best?.words.join(' '))
  })

  test('an episode is never related to itself', () => {
    const show = showSaying([LENS], [LENS], [LENS])
    const survey = new Survey(show)
    for (const episode of show.episodes) {
      assert.ok(survey.related(episode).every(other => other.episode !== episode))
    }
  })

  test('knows where a person speaks, as what, and how much', () => {
    const show = longShow(3)
    const [host] = show.guests
    assert.ok(host)
    const appearances = new Survey(show).appearances(host)
    assert.deepEqual(
      appearances.map(({ episode, role }) => [episode.slug, role]),
      show.episodes.map(({ slug }) => [slug, 'host']),
    )
    assert.equal(appearances[0]?.share?.share.toFixed(1), '0.5')
  })

  test('quotes a passage that stands alone, at the moment it is said', () => {
    const strong =
      'A harbour without a bell never learns where the fog begins, because nobody listens until the sound is gone.'
    const show = showSaying(
      ['Yeah.', `Um, you know, it is kind of, sort of, um, what I said. ${strong} Right?`],
      [BREAD, BREAD],
    )
    const guest = show.guests.find(({ host }) => !host)
    assert.ok(guest)
    const [quote] = new Survey(show).quotes(guest, 3)
    assert.equal(quote?.text, strong)
    assert.equal(quote?.start, 20)
  })

  test('says nothing of a person who says nothing', () => {
    const show = showSaying([BREAD])
    const guest = show.guests.find(({ host }) => !host)
    assert.ok(guest)
    const survey = new Survey(show)
    assert.deepEqual(survey.quotes(guest, 3), [])
    assert.deepEqual(survey.favourites(guest, 3), [])
  })

  test('counts who speaks with whom', () => {
    const show = longShow(6)
    const [host] = show.guests
    assert.ok(host)
    assert.deepEqual(
      new Survey(show).partners(host).map(({ guest, episodes }) => [guest.slug, episodes]),
      [
        ['guest-0', 3],
        ['guest-1', 3],
      ],
    )
  })

  test('says the same whatever the order of episodes, and whatever the numbers of words', () => {
    const texts = [
      [LIGHTHOUSE, BREAD],
      [BREAD, LENS],
      [LENS, `${BREAD} ${LIGHTHOUSE}`],
      [`${LENS} We saw the Théâtre, the Theatre, the théâtre.`, LIGHTHOUSE],
    ]
    const said = showSaying(...texts)
    const show = { ...said, episodes: said.episodes.map(withHash) }
    const backwards = { ...show, episodes: show.episodes.toReversed() }
    const numbered = new Digests()
    numbered.lexicon.numbersOf('stage\nsourdough\nzebra\nFresnel')
    for (const { transcript, duration } of backwards.episodes) {
      if (transcript?.hash) numbered.add(transcript.hash, duration, digestOf(transcript, duration))
    }
    const expected = answersOf(show, new Survey(show, new Digests()))
    assert.ok(expected.every(answers => answers.some(answer => answer.length > 0)))
    for (const digests of [new Digests(), numbered, Digests.load(numbered.save(show))]) {
      assert.deepEqual(answersOf(show, new Survey(show, digests)), expected)
      assert.deepEqual(answersOf(show, new Survey(backwards, digests)), expected)
    }
  })

  test('spells a name as it is mostly written, and other words in small letters', () => {
    const twice = 'All of Github, all of GitHub, every GitHub has a lens. Lens after lens, GITHUB.'
    const show = showSaying([twice, twice], [BREAD, BREAD])
    const terms = new Survey(show).terms(show.episodes[0] as Episode).map(({ text }) => text)
    assert.ok(terms.includes('GitHub') && terms.includes('lens'), terms.join(' '))
  })
})

function withHash(episode: Episode): Episode {
  const { transcript } = episode
  return transcript ? { ...episode, transcript: { ...transcript, hash: episode.slug } } : episode
}

/** All that a survey says, without the numbers of words. */
function answersOf({ episodes, guests }: Show, survey: Survey) {
  const words = (terms: readonly Term[]) => terms.map(({ text, weight }) => [text, weight])
  return [
    episodes.map(it => words(survey.terms(it))),
    episodes.map(it =>
      survey.related(it).map(({ episode, words: shared }) => [episode.slug, shared]),
    ),
    guests.map(it => words(survey.favourites(it, 10))),
    guests.map(it => survey.quotes(it, 4).map(({ text, score }) => [text, score])),
  ]
}
