import { type Moment, momentHash, parseMoment } from '../../scripts/model/address.ts'
import { formatSeconds } from '../../scripts/model/time.ts'
import type { Follower } from './follow.ts'
import { highlight } from './highlight.ts'
import type { EpisodePlayer } from './player.ts'
import type { Reading } from './reading.ts'

/** Browsers allow about a hundred changes of the address in half a minute. */
const PATIENCE = 2000

/** The address says which moment is shown, and whatever moment is shown stands in the address. */
export class Moments {
  readonly #reading: Reading
  readonly #player: EpisodePlayer
  readonly #follower: Follower
  #written = 0

  constructor(reading: Reading, player: EpisodePlayer, follower: Follower) {
    this.#reading = reading
    this.#player = player
    this.#follower = follower
    this.#arrive()
    addEventListener('hashchange', () => this.#arrive())
    document.addEventListener('click', event => this.#clicked(event))
    document.addEventListener('verbatim:now', () => this.#write())
    player.querySelector('audio')?.addEventListener('pause', () => this.#write(true))
  }

  /** Shows a moment: the page goes there, the words are marked, the player is set. */
  go(moment: Moment): void {
    const { start, end } = moment
    document.documentElement.dataset['live'] = ''
    this.#player.seek(start, end)
    void this.#markRange(moment)
    this.#player.drawOnRibbon('chosen', end === undefined ? [] : [[start, end]])
    this.#follower.show(this.#reading.at(start))
  }

  async #markRange({ start, end }: Moment): Promise<void> {
    highlight('range', [])
    if (end === undefined) return
    await this.#reading.loadWords()
    const range = this.#reading.rangeFrom(start, end)
    if (range) highlight('range', [range])
  }

  /** `#t=12:34`, `#t=1h2m3s`, `?t=754` and ranges all lead to the same place. */
  #arrive(): void {
    const moment = parseMoment(location.hash) ?? parseMoment(location.search)
    if (!moment) return
    const hash = momentHash(moment.start, moment.end)
    if (location.hash !== hash) history.replaceState(null, '', location.pathname + hash)
    this.go(moment)
  }

  #clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const target = event.target instanceof Element ? event.target : undefined
    const link = target?.closest('a')
    if (link) this.#clickedLink(link, event)
    else if (target?.closest('.turn > p')) void this.#clickedWords(event)
  }

  #clickedLink(link: HTMLAnchorElement, event: MouseEvent): void {
    if (link.pathname !== location.pathname || link.origin !== location.origin) return
    const moment = parseMoment(link.hash)
    if (!moment) return
    event.preventDefault()
    if (location.hash !== link.hash) history.pushState(null, '', link.hash)
    this.go(moment)
  }

  /** A click on words sets the player there; selecting words does not. */
  async #clickedWords({ clientX, clientY }: MouseEvent): Promise<void> {
    if (!getSelection()?.isCollapsed) return
    const at = caretAt(clientX, clientY)
    await this.#reading.loadWords()
    const time = at && this.#reading.timeOf(at.node, at.offset)
    if (time === undefined) return
    highlight('range', [])
    this.#player.drawOnRibbon('chosen', [])
    this.#player.seek(this.#reading.hasWords ? time : (this.#reading.at(time)?.start ?? time))
    this.#write(true)
  }

  #write(now = false): void {
    if (!this.#player.playing && !now) return
    if (!now && performance.now() - this.#written < PATIENCE) return
    // While a range is played, its own address is the better one to copy.
    if (!now && parseMoment(location.hash)?.end !== undefined && this.#player.stopsLater) return
    this.#written = performance.now()
    const time = Math.floor(this.#player.time)
    history.replaceState(null, '', `#t=${formatSeconds(time)}`)
  }
}

/** Support: caretPositionFromPoint in Chrome 128, Firefox 20, Safari 26.2; before it, the older name. */
function caretAt(x: number, y: number): { node: Node; offset: number } | undefined {
  if (document.caretPositionFromPoint) {
    const spot = document.caretPositionFromPoint(x, y)
    return spot ? { node: spot.offsetNode, offset: spot.offset } : undefined
  }
  const range = document.caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined
}
