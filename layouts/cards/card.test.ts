import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UNKEPT_DIGESTS } from '../../scripts/insight/digests.ts'
import { bells, foghorns, ilya, sampleShow } from '../../tests/fixtures/sampleShow.ts'
import { paletteOf } from '../styles/theme.ts'
import { type CardKit, episodeCard, guestCard, showCard } from './card.ts'
import { drawableBy, readFonts } from './fonts.ts'
import type { DrawingNode } from './node.ts'

const drawable = drawableBy(readFonts())
const kit: CardKit = {
  show: sampleShow,
  colours: paletteOf(sampleShow.theme, 'day'),
  digest: ({ transcript, duration }) => transcript && UNKEPT_DIGESTS.of(transcript, duration),
  portrait: () => undefined,
  drawable,
}

const wordsIn = (node: DrawingNode | undefined): string[] => {
  if (node?.type === 'text') return [node.text]
  return node?.type === 'container' ? node.children.flatMap(wordsIn) : []
}

test('an episode’s card has its title, its show, its number and its people', () => {
  assert.deepEqual(wordsIn(episodeCard(kit, foghorns)?.node), [
    'Low Tide',
    'Season 2, episode 4',
    'Foghorns & the </script> of silence',
    'MQ',
    'IS',
    'Mara Quist and Ilya “Fog” Brandt & Sons',
  ])
})

test('beyond four people the others are counted', () => {
  const cast = ['A B', 'C D', 'E F', 'G H', 'I J', 'K L'].map(name => ({
    guest: { ...ilya, name },
    role: 'guest' as const,
  }))
  assert.ok(
    wordsIn(episodeCard(kit, { ...foghorns, cast })?.node).includes(
      'A B, C D, E F, G H and 2 more',
    ),
  )
})

test('emoji are left out of a card, and letters that no font has leave no card of boxes', () => {
  assert.equal(drawable('Fog \u{1F9D1}\u{1F3FD}\u200D\u{1F680}horns\n© 2026'), 'Fog horns © 2026')
  assert.equal(drawable('Łukasz, Привет, Ελλάδα, Nguyễn'), 'Łukasz, Привет, Ελλάδα, Nguyễn')
  assert.equal(drawable('中文'), undefined)
  assert.equal(episodeCard(kit, bells), undefined, 'a Hebrew word stands in its title')
})

test('a photo is drawn in the place of initials', () => {
  const card = guestCard({ ...kit, portrait: () => 'face.webp' }, ilya)
  assert.ok(JSON.stringify(card).includes('"src":"face.webp"'))
  assert.ok(!wordsIn(card?.node).includes('IS'))
})

test('a show without episodes has a card too', () => {
  const card = showCard({ ...kit, show: { ...sampleShow, episodes: [], guests: [] } })
  assert.deepEqual(wordsIn(card?.node), ['Low Tide', 'Sounds that <nobody> keeps & why.'])
})

test('a long title is set smaller, and a long word so that it fits its line', () => {
  const sizeOf = (title: string) => {
    const card = JSON.stringify(episodeCard(kit, { ...foghorns, title }))
    return Number(/"fontSize":(\d+),"fontWeight":600,"lineHeight":1\.12/.exec(card)?.[1])
  }
  assert.equal(sizeOf('Fog'), 108)
  assert.equal(sizeOf('The many ways in which a horn is heard over water'), 72)
  assert.equal(sizeOf('Donaudampfschifffahrtsgesellschaft'), 55)
})
