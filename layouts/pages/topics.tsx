import { TOPICS, topicAddress } from '../../scripts/model/address.ts'
import type { Topic } from '../../scripts/model/show.ts'
import { type Edition, href } from '../edition.ts'
import { renderPage } from '../parts/document.tsx'
import { EpisodeEntry } from '../parts/episodeEntry.tsx'
import { PlaceMetadata } from '../parts/metadata.tsx'

/** Every topic that is used. */
export function topicsPage(edition: Edition): string {
  return renderPage({
    edition,
    address: TOPICS,
    title: 'Topics',
    metadata: <PlaceMetadata edition={edition} address={TOPICS} title="Topics" />,
    kind: 'topics',
    children: (
      <>
        <h1>Topics</h1>
        <ul class="topics">
          {edition.show.topics.map(topic => (
            <li>
              <a href={href(edition, topicAddress(topic.slug))}>{topic.name}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  })
}

/** The episodes on one topic. */
export function topicPage(edition: Edition, topic: Topic): string {
  const episodes = edition.show.episodes.filter(({ topics }) =>
    topics.some(({ slug }) => slug === topic.slug),
  )
  return renderPage({
    edition,
    address: topicAddress(topic.slug),
    title: topic.name,
    metadata: (
      <PlaceMetadata edition={edition} address={topicAddress(topic.slug)} title={topic.name} />
    ),
    kind: 'topic',
    children: (
      <>
        <h1>{topic.name}</h1>
        <ul class="entries">
          {episodes.map(episode => (
            <li>
              <EpisodeEntry edition={edition} episode={episode} view="rich" level={2} />
            </li>
          ))}
        </ul>
      </>
    ),
  })
}
