import { makeAssets } from './layouts/assets.ts'
import type { Edition } from './layouts/edition.ts'
import { SiteMap, type UserConfig } from './layouts/eleventy.ts'
import { adminFiles, adminPage } from './layouts/pages/admin.ts'
import { chapters } from './layouts/pages/chapters.ts'
import { embedPage } from './layouts/pages/embed.tsx'
import { episodePage, translationPage, translations } from './layouts/pages/episode.tsx'
import { episodeList, episodesPage, seasons, shelfPage, years } from './layouts/pages/episodes.tsx'
import { feed } from './layouts/pages/feed.ts'
import { guestPage } from './layouts/pages/guest.tsx'
import { guestsPage, latestGuestsPage } from './layouts/pages/guests.tsx'
import { headers } from './layouts/pages/headers.ts'
import { homePage } from './layouts/pages/home.tsx'
import { llms, markdownTwins } from './layouts/pages/llms.ts'
import { manifest } from './layouts/pages/manifest.ts'
import { notFoundPage } from './layouts/pages/notFound.tsx'
import { oembed } from './layouts/pages/oembed.ts'
import { opensearch } from './layouts/pages/opensearch.ts'
import { prosePage } from './layouts/pages/prose.tsx'
import { robots } from './layouts/pages/robots.ts'
import { searchPage } from './layouts/pages/search.tsx'
import { sitemap } from './layouts/pages/sitemap.ts'
import { topicPage, topicsPage } from './layouts/pages/topics.tsx'
import { transcripts } from './layouts/pages/transcripts.ts'
import { words } from './layouts/pages/words.ts'
import { type Pictures, PLAIN_PICTURES } from './layouts/pictures.ts'
import type { Press } from './layouts/press/press.ts'
import { type Digests, UNKEPT_DIGESTS } from './scripts/insight/digests.ts'
import { Survey } from './scripts/insight/survey.ts'
import {
  EPISODES,
  embedAddress,
  episodeAddress,
  GUESTS,
  guestAddress,
  HOME,
  LATEST_GUESTS,
  pageAddress,
  SEARCH,
  TOPICS,
  topicAddress,
  translationAddress,
} from './scripts/model/address.ts'
import type { Show } from './scripts/model/show.ts'

export { drawPictures } from './layouts/drawPictures.ts'

export { Press } from './layouts/press/press.ts'

/** What a site is made with, besides its show; a build has all of it, a test needs nothing. */
export interface Means {
  readonly pictures?: Pictures
  readonly press?: Press
  readonly digests?: Digests
}

/** The map of the site: every page and file of a show, at its address. */
export default (show: Show, means: Means = {}) =>
  (config: UserConfig) => {
    const { pictures = PLAIN_PICTURES, press, digests = UNKEPT_DIGESTS } = means
    const edition: Edition = {
      show,
      assets: makeAssets(show.theme),
      pictures,
      survey: new Survey(show, digests),
    }
    const site = new SiteMap(config, press)
    const { episodes, guests, topics, pages } = show

    site.page('home', HOME, () => homePage(edition))

    site.page('episodes', EPISODES, () => episodesPage(edition))
    site.each(
      'shelf',
      [...years(show), ...seasons(show)],
      shelf => shelf.address,
      shelf => shelfPage(edition, shelf),
    )
    site.eachOfTranscript(
      'episode',
      episodes.map((episode, at) => ({
        episode,
        previous: episodes[at + 1],
        next: episodes[at - 1],
      })),
      ({ episode }) => episodeAddress(episode.slug),
      ({ episode, ...beside }) => episodePage(edition, episode, beside),
    )

    site.eachOfTranscript(
      'translation',
      translations(episodes),
      ({ episode, translation }) => translationAddress(episode.slug, translation.language),
      translated => translationPage(edition, translated),
    )

    site.page('guests', GUESTS, () => guestsPage(edition))
    site.page('latestGuests', LATEST_GUESTS, () => latestGuestsPage(edition))
    site.each(
      'guest',
      guests,
      guest => guestAddress(guest.slug),
      guest => guestPage(edition, guest),
    )

    site.page('topics', TOPICS, () => topicsPage(edition))
    site.each(
      'topic',
      topics,
      topic => topicAddress(topic.slug),
      topic => topicPage(edition, topic),
    )

    const about = { slug: 'about', title: 'About', body: show.about }
    site.each(
      'page',
      [...(pages.some(({ slug }) => slug === 'about') ? [] : [about]), ...pages],
      page => pageAddress(page.slug),
      page => prosePage(edition, page),
    )
    site.page('search', SEARCH, () => searchPage(edition))
    site.page('notFound', '/404.html', () => notFoundPage(edition))

    site.transcripts('transcripts', transcripts(show))
    site.each(
      'embed',
      episodes.filter(episode => episode.audio),
      episode => embedAddress(episode.slug),
      episode => embedPage(edition, episode),
    )
    site.files('feed', feed(show, pictures, digests))
    site.files('chapters', chapters(show))
    site.transcripts('words', words(show, digests))
    site.files('episodeList', episodeList(show))
    site.files('sitemap', sitemap(show))
    site.files('robots', robots(show))
    site.files('llms', llms(show))
    site.files('oembed', oembed(show, pictures))
    site.files('opensearch', opensearch(show))
    site.files('manifest', manifest(show))
    site.files('headers', headers(show))
    site.files('admin', adminPage(show))
    site.transcripts('markdown', markdownTwins(show))

    site.binaries(edition.assets.files)
    site.binaries(adminFiles(show))
    site.copies(pictures.files)
  }
