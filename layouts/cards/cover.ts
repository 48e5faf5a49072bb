import { makeRibbon } from '../../scripts/insight/ribbon.ts'
import type { CardKit } from './card.ts'
import { BOOK, SANS } from './fonts.ts'
import { box, type Drawing, type DrawingNode, text } from './node.ts'

/** What Apple asks for at most, and every other app takes. */
const SIZE = 3000

/** Square cover art for a show that has none: its name, large, and the band of a conversation. */
export function coverArt(kit: CardKit): Drawing {
  const { show, colours, drawable } = kit
  const { accent, paper } = colours
  const title = drawable(show.title) ?? ''
  const longest = Math.max(1, ...title.split(' ').map(word => word.length))
  const family = show.theme.fonts === 'book' ? BOOK : SANS
  const node = box(
    { width: SIZE, height: SIZE, flexDirection: 'column', backgroundColor: accent, color: paper },
    box(
      { flexDirection: 'column', flexGrow: 1, padding: '220px 200px 120px' },
      text(title, {
        fontFamily: family,
        // The longest word must fit the width, and the whole must fit the height.
        fontSize: Math.min(560, 4200 / longest, 2600 / Math.sqrt(title.length)),
        fontWeight: 650,
        lineHeight: 1.04,
        letterSpacing: '-0.03em',
        flexGrow: 1,
      }),
      text(drawable(show.author ?? '') ?? '', { fontFamily: SANS, fontSize: 120, fontWeight: 500 }),
    ),
    band(kit, paper),
  )
  return { node, width: SIZE, height: SIZE, format: 'jpeg' }
}

const HEIGHT = 620
const COLUMNS = 60

/** Who spoke in the newest episode with a transcript; an even pattern before there is one. */
function band(kit: CardKit, colour: string): DrawingNode {
  const episode = kit.show.episodes.find(it => it.transcript)
  const digest = episode && kit.digest(episode)
  const lanes = digest && makeRibbon(digest, COLUMNS)?.lanes
  const runs = lanes?.slice(0, 4).map(lane => lane.runs) ?? PATTERN
  const height = HEIGHT / runs.length
  const column = SIZE / COLUMNS
  return box(
    { position: 'relative', width: SIZE, height: HEIGHT },
    ...runs.flatMap((lane, at) =>
      lane.map(([first, count]) =>
        box({
          position: 'absolute',
          left: first * column,
          top: at * height,
          width: count * column,
          height,
          backgroundColor: colour,
          opacity: at === 0 ? 1 : at === 1 ? 0.55 : 0.35,
        }),
      ),
    ),
  )
}

const PATTERN: readonly (readonly [number, number])[][] = [
  [
    [0, 14],
    [22, 6],
    [34, 18],
  ],
  [
    [14, 8],
    [28, 6],
    [52, 8],
  ],
]
