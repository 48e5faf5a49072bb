import type { Guest } from '../../scripts/model/show.ts'
import type { EpisodeEdition } from '../edition.ts'
import { Picture } from './picture.tsx'

/** A person's photo, or the initials of a person who has none. Always beside the name. */
export function Portrait({
  edition,
  guest,
  size,
}: {
  edition: EpisodeEdition
  guest: Guest
  size: number
}) {
  if (guest.photo) {
    return (
      <Picture
        edition={edition}
        image={guest.photo}
        kind="portrait"
        alt=""
        sizes={`${size}px`}
        width={size}
        height={size}
      />
    )
  }
  return (
    <span class="portrait initials" aria-hidden="true">
      {initialsOf(guest.name)}
    </span>
  )
}

/** `Nathan Lambert` → `NL`, `Cher` → `C`, `李四` → `李`. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter(word => /^[\p{L}\p{N}]/u.test(word))
  const picked = words.length > 2 ? [words[0], words.at(-1)] : words
  return picked.map(word => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}
