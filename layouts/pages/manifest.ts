import { HOME, pathOf } from '../../scripts/model/address.ts'
import type { Show } from '../../scripts/model/show.ts'
import type { PublishedFile } from '../parts/publishedFile.ts'
import { paletteOf } from '../styles/theme.ts'

/** How a phone shows the site among its apps: https://www.w3.org/TR/appmanifest */
export function manifest(show: Show): PublishedFile[] {
  return [{ address: '/site.webmanifest', content: () => manifestJson(show) }]
}

function manifestJson(show: Show): string {
  const { site, title, description, language } = show
  const { paper } = paletteOf(show.theme, 'day')
  const icon = (size: number, purpose: 'any' | 'maskable') => ({
    src: pathOf(site, `/icon-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  const file = {
    id: pathOf(site, HOME),
    name: title,
    short_name: title.length > 12 ? (title.split(/\s+/)[0] ?? title) : title,
    description,
    lang: language,
    start_url: pathOf(site, HOME),
    scope: pathOf(site, HOME),
    display: 'minimal-ui',
    background_color: paper,
    theme_color: paper,
    // Both run to their edges, so that a phone may cut them into its own shape.
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  }
  return `${JSON.stringify(file, undefined, 2)}\n`
}
