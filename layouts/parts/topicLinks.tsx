import { topicAddress } from '../../scripts/model/address.ts'
import type { Episode, Topic } from '../../scripts/model/show.ts'
import { type Edition, href } from '../edition.ts'

/** In how many episodes each topic is used, by its slug. */
export function countTopics(episodes: readonly Episode[]): Map<string, number> {
  const uses = new Map<string, number>()
  for (const { topics } of episodes) {
    for (const { slug } of topics) uses.set(slug, (uses.get(slug) ?? 0) + 1)
  }
  return uses
}

interface TopicProps {
  readonly edition: Edition
  readonly topics: readonly Topic[]
  readonly uses: ReadonlyMap<string, number>
}

/** Topics with the number of their episodes. */
export function TopicLinks({ edition, topics, uses }: TopicProps) {
  return (
    <ul class="topics">
      {topics.map(({ slug, name }) => (
        <li>
          <a href={href(edition, topicAddress(slug))}>{name}</a>{' '}
          <span class="count">{uses.get(slug)}</span>
        </li>
      ))}
    </ul>
  )
}
