import { momentHash } from '../../scripts/model/address.ts'
import type { Episode } from '../../scripts/model/show.ts'
import { formatClock } from '../../scripts/model/time.ts'

/** The chapters as links to their moments. */
export function ChapterList({ episode }: { episode: Episode }) {
  const chapters = episode.chapters.filter(({ hidden }) => !hidden)
  if (chapters.length === 0) return null
  return (
    <nav class="chapters" aria-labelledby="chapters">
      <h2 id="chapters">Chapters</h2>
      <ol>
        {chapters.map(({ start, title }) => (
          <li>
            <a href={momentHash(start)}>
              <span class="clock">{formatClock(start)}</span>
              <span>{title}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
