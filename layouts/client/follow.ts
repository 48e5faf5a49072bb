import { announce } from './announce.ts'
import { bringIntoView, distanceOf } from './bringIntoView.ts'
import { element, icon } from './element.ts'
import { highlight } from './highlight.ts'
import { recall, remember } from './memory.ts'
import type { EpisodePlayer } from './player.ts'
import type { Reading, Spoken } from './reading.ts'

/** Long enough for a smooth scroll of our own to end. */
const OWN_SCROLL = 900

/** Marks what is said now, and keeps it in view until the reader scrolls away. */
export class Follower {
  readonly #reading: Reading
  readonly #player: EpisodePlayer
  readonly #button: HTMLButtonElement
  #now: Spoken | undefined
  #following = recall('follow') !== 'no'
  #ownUntil = 0

  constructor(reading: Reading, player: EpisodePlayer) {
    this.#reading = reading
    this.#player = player
    this.#button = element(
      'button',
      {
        type: 'button',
        class: 'follow',
        'aria-label': 'Follow',
        onclick: () => this.follow(!this.#following),
      },
      icon('M12 4v14M6 12l6 6 6-6'),
      element('span', {}, 'Follow'),
    )
    // Nothing can be followed where nothing is heard, or nobody knows when.
    if (player.querySelector('audio') && reading.spoken.length > 0) player.add(this.#button)
    this.#drawButton()
    player.addEventListener('moved', () => this.#moved())
    player.addEventListener('sought', () => this.#moved())
    player.querySelector('audio')?.addEventListener('playing', () => this.#started())
    for (const event of ['wheel', 'touchmove'] as const) {
      addEventListener(event, () => this.#scrolledByHand(), { passive: true })
    }
    addEventListener('scroll', () => performance.now() > this.#ownUntil && this.#scrolledByHand())
  }

  /** Follows from here on, or stops; the choice is remembered. */
  follow(on: boolean): void {
    this.#following = on
    remember('follow', on ? undefined : 'no')
    this.#drawButton()
    announce(on ? 'Following the conversation' : 'No longer following')
    if (on) this.show(this.#reading.at(this.#player.time))
  }

  /** Brings a stretch into view: far away at once, near by gliding. */
  show(spoken: Spoken | undefined): void {
    if (!spoken) return
    const words = this.#reading.rangeOf(spoken)
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const near = Math.abs(distanceOf(words)) < innerHeight
    this.#ownUntil = performance.now() + OWN_SCROLL
    bringIntoView(words, near && !still ? 'smooth' : 'instant')
  }

  async #started(): Promise<void> {
    this.#moved()
    await this.#reading.loadWords()
    if (this.#reading.hasWords) this.#eachFrame()
  }

  #moved(): void {
    const now = this.#reading.at(this.#player.time)
    if (!now) return
    if (now !== this.#now) {
      const turn = now.element.closest('.turn')
      if (turn !== this.#now?.element.closest('.turn')) {
        this.#now?.element.closest('.turn')?.removeAttribute('data-now')
        turn?.setAttribute('data-now', '')
      }
      this.#now = now
      highlight('now', [this.#reading.rangeOf(now)])
      document.dispatchEvent(new CustomEvent('verbatim:now', { detail: now.start }))
    }
    if (this.#player.playing && this.#following && this.#outOfSight(now)) this.show(now)
  }

  /** Times of words are finer than the four `timeupdate` events a second. */
  #eachFrame(): void {
    const now = this.#now
    const word = now && this.#reading.wordAt(now, this.#player.time)
    highlight('word', word ? [word] : [])
    this.#moved()
    if (this.#player.playing) requestAnimationFrame(() => this.#eachFrame())
    else highlight('word', [])
  }

  #outOfSight(spoken: Spoken): boolean {
    const { top, bottom } = this.#reading.rangeOf(spoken).getBoundingClientRect()
    return performance.now() > this.#ownUntil && (bottom > innerHeight * 0.75 || top < 90)
  }

  #scrolledByHand(): void {
    if (!this.#following || !this.#player.playing) return
    this.#following = false
    remember('follow', 'no')
    this.#drawButton()
  }

  #drawButton(): void {
    this.#button.setAttribute('aria-pressed', String(this.#following))
    this.#button.dataset['away'] = this.#following ? '' : 'yes'
  }
}
