import { slugify } from '../model/slug.ts'
import { formatSeconds, round, type Seconds } from '../model/time.ts'

/**
 * Gives turns their ids: `t=62`, `t=62.9` where another turn has that second already, and
 * `w=first-few-words` where the time is unknown. Never one id twice.
 */
export class Ids {
  private readonly taken = new Set<string>()
  private readonly next = new Map<string, number>()

  of(start: Seconds | undefined, words: string): string {
    return start === undefined ? this.byWords(words) : this.byTime(start)
  }

  private byTime(start: Seconds): string {
    const second = Math.floor(start)
    for (const digits of [0, 1, 2, 3]) {
      const id = `t=${formatSeconds(Math.floor(round(start) * 10 ** digits + 1e-6) / 10 ** digits)}`
      if (this.take(id)) return id
    }
    // Every decimal of its own is taken: the smallest one that is free in this second.
    const key = String(second)
    for (let n = this.next.get(key) ?? 1; ; n++) {
      const id = `t=${second}.${decimals(n)}`
      if (this.take(id)) {
        this.next.set(key, n + 1)
        return id
      }
    }
  }

  private byWords(words: string): string {
    const slug = slugify(words.split(/\s+/, 6).join(' ')) || 'words'
    const id = `w=${slug}`
    if (this.take(id)) return id
    for (let n = this.next.get(slug) ?? 2; ; n++) {
      if (this.take(`${id}-${n}`)) {
        this.next.set(slug, n + 1)
        return `${id}-${n}`
      }
    }
  }

  private take(id: string): boolean {
    if (this.taken.has(id)) return false
    this.taken.add(id)
    return true
  }
}

/** 1 … 9 are tenths, then hundredths, thousandths and so on, without a zero at the end. */
function decimals(n: number): string {
  let width = 1
  let left = n
  for (let size = 9; left > size; size = 9 * 10 ** (width - 1)) {
    left -= size
    width++
  }
  // Of the numbers of this width only those that do not end in 0 are new.
  const tens = Math.floor((left - 1) / 9)
  return String(tens * 10 + ((left - 1) % 9) + 1).padStart(width, '0')
}
