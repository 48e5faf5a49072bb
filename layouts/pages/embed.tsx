import { render } from 'preact-render-to-string'
import { episodeAddress, HOME, urlOf } from '../../scripts/model/address.ts'
import type { Episode } from '../../scripts/model/show.ts'
import { type Edition, href } from '../edition.ts'
import { ContentSecurityPolicy } from '../parts/contentSecurity.tsx'
import { directionOf } from '../parts/document.tsx'
import { Player } from '../parts/player.tsx'

/**
 * The player of an episode for other people's pages, in a frame. Its hash starts it at a moment,
 * as the episode's page does: `/episodes/foghorns/embed/#t=754,790`.
 */
export function embedPage(edition: Edition, episode: Episode): string {
  return `<!doctype html>\n${render(<Embed edition={edition} episode={episode} />)}\n`
}

function Embed({ edition, episode }: { edition: Edition; episode: Episode }) {
  const { show, assets } = edition
  const page = urlOf(show.site, episodeAddress(episode.slug))
  return (
    <html lang={show.language} dir={directionOf(show.language)}>
      <head>
        <meta charset="utf-8" />
        <ContentSecurityPolicy />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${episode.title} · ${show.title}`}</title>
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={page} />
        <link rel="stylesheet" href={href(edition, assets.style)} />
        <script type="module" src={href(edition, assets.scripts.embed)} />
      </head>
      <body class="embed">
        <main>
          <p class="embed-show">
            <a href={urlOf(show.site, HOME)} target="_blank" rel="noopener">
              {show.title}
            </a>
          </p>
          <h1>
            <a href={page} target="_blank" rel="noopener">
              {episode.title}
            </a>
          </h1>
          <Player edition={edition} episode={episode} />
          <p class="embed-read">
            <a href={page} target="_blank" rel="noopener">
              {episode.transcript ? 'Read along, word by word' : 'The episode’s page'}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
