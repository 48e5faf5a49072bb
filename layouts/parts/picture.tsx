import type { Html, Image } from '../../scripts/model/show.ts'
import { type EpisodeEdition, href, src } from '../edition.ts'
import type { SizedImage } from '../pictures.ts'

interface Props {
  readonly edition: EpisodeEdition
  readonly image: Image
  /** How wide it stands on the page, as CSS says it: `44px`, `(min-width: 768px) 33vw, 100vw`. */
  readonly sizes: string
  /** Empty where the words beside it say the same. */
  readonly alt?: string
  /** Pixels of the place kept free; the picture's own when nothing is said. */
  readonly width?: number
  readonly height?: number
  readonly kind?: string
  /** At the top of a page, where waiting would be seen. */
  readonly eager?: boolean
}

/** A picture in the size that the reader's screen needs. */
export function Picture({ edition, image, sizes, kind, eager = false, ...rest }: Props) {
  const sized = edition.pictures.sized(image)
  const { alt = image.alt, width = sized?.width, height = sized?.height } = rest
  return (
    <img
      class={kind}
      src={sized ? href(edition, sized.fallback) : src(edition, image.src)}
      srcset={sized && srcsetOf(edition, sized)}
      sizes={sized && sizes}
      alt={alt}
      width={width}
      height={height}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
    />
  )
}

function srcsetOf(edition: EpisodeEdition, { sources }: SizedImage): string {
  const [best] = sources
  return (best?.sizes ?? [])
    .map(({ address, width }) => `${href(edition, address)} ${width}w`)
    .join(', ')
}

/** HTML from Markdown, its local pictures in sizes and with their dimensions, so nothing jumps. */
export function withSizes(edition: EpisodeEdition, html: Html): Html {
  const { base } = edition.show.site
  // markdown-it writes `src` first, in double quotes, and no other tag has one.
  return html.replace(/<img src="([^"]*)"/g, (tag, path: string) => {
    if (!path.startsWith(base)) return tag
    const sized = edition.pictures.sized({ src: `/${path.slice(base.length)}`, alt: '' })
    if (!sized) return tag
    const { width, height, fallback } = sized
    const sizes = `(min-width: 768px) ${Math.min(width, 680)}px, 100vw`
    return (
      `<img src="${href(edition, fallback)}" srcset="${srcsetOf(edition, sized)}" ` +
      `sizes="${sizes}" width="${width}" height="${height}"`
    )
  }) as Html
}
