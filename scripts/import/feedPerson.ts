import type { Element } from './xml.ts'

/** Someone whom a feed names: https://podcastindex.org/namespace/1.0#person */
export interface FeedPerson {
  readonly name: string
  /** Whether they are heard; the rest made the episode. */
  readonly heard: boolean
  readonly host: boolean
  readonly img?: string
  readonly href?: string
}

export function personOf({ text, attributes }: Element): FeedPerson[] {
  const name = text.replace(/\s+/g, ' ')
  if (name === '') return []
  // The specification's defaults: a host, of the cast.
  const role = (attributes['role'] || 'host').toLowerCase()
  const group = (attributes['group'] || 'cast').toLowerCase()
  const { img, href } = attributes
  return [
    {
      name,
      heard: group === 'cast' || /host|guest/.test(role),
      host: /host/.test(role),
      ...(img && { img }),
      ...(href && { href }),
    },
  ]
}
