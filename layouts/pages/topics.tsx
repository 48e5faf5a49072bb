import { TOPICS, topicAddress } from '../../scripts/model/address.ts'
import type { Episode, Topic } from '../../scripts/model/show.ts'
import { type Edition, href } from '../edition.ts'
import { renderPage } from '../parts/document.tsx'
import { EpisodeList } from '../parts/episodeList.tsx'
import { plural } from '../parts/figures.ts'
import { PlaceMetadata } from '../parts/metadata.tsx'
import { countTopics, TopicLinks } from '../parts/topicLinks.tsx'

/** Every topic that is used, with the number of its episodes. */
export function topicsPage(edition: Edition): string {
  const { topics, episodes } = edition.show
  return renderPage({
    edition,
    address: TOPICS,
    title: 'Topics',
    metadata: <PlaceMetadata edition={edition} address={TOPICS} title="Topics" />,
    kind: 'topicsPage',
    children: (
      <>
        <header class="head">
          <h1>Topics</h1>
          <p class="lede">
            {topics.length > 0
              ? `${plural(topics.length, 'topic')}, each with the episodes that are about it.`
              : 'No episode names a topic yet.'}
          </p>
        </header>
        {topics.length > 0 && (
          <TopicLinks edition={edition} topics={topics} uses={countTopics(episodes)} />
        )}
      </>
    ),
  })
}

/** The episodes on one topic, and the topics that are talked about together with it. */
export function topicPage(edition: Edition, topic: Topic): string {
  const episodes = edition.show.episodes.filter(({ topics }) =>
    topics.some(({ slug }) => slug === topic.slug),
  )
  const beside = topicsBeside(topic, episodes)
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
        <header class="head">
          <p class="facts">
            <a href={href(edition, TOPICS)}>Topics</a>
          </p>
          <h1>{topic.name}</h1>
          <p class="lede">{plural(episodes.length, 'episode')}</p>
        </header>
        <EpisodeList edition={edition} episodes={episodes} level={2} />
        {beside.length > 0 && (
          <section aria-labelledby="beside">
            <h2 id="beside">Often talked about with it</h2>
            <TopicLinks edition={edition} topics={beside} uses={countTopics(episodes)} />
          </section>
        )}
      </>
    ),
  })
}

/** Other topics of the same episodes, most often first. */
function topicsBeside(topic: Topic, episodes: readonly Episode[]): Topic[] {
  const uses = countTopics(episodes)
  const all = new Map(episodes.flatMap(({ topics }) => topics.map(it => [it.slug, it] as const)))
  all.delete(topic.slug)
  return [...all.values()]
    .sort((a, b) => (uses.get(b.slug) ?? 0) - (uses.get(a.slug) ?? 0))
    .slice(0, 12)
}
