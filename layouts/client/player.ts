import { formatClock, formatSpoken, type Seconds } from '../../scripts/model/time.ts'
import { announce } from './announce.ts'
import { element, icon } from './element.ts'
import { recall, remember } from './memory.ts'

const PLAY = 'M8 5v14l11-7z'
const PAUSE = 'M7 5h4v14H7zM13 5h4v14h-4z'
const BACK = 'M11 7 6 12l5 5M18 7l-5 5 5 5'
const ON = 'M13 7l5 5-5 5M6 7l5 5-5 5'
const SPEEDS = ['0.8', '1', '1.2', '1.5', '1.75', '2']

/**
 * Wraps a native `<audio>` and the speakers' ribbon into a player of one line. Without audio it is
 * a way through the transcript. Tells others what happens by events: `moved` when the time changes,
 * `sought` when somebody chose a time.
 */
export class EpisodePlayer extends HTMLElement {
  readonly #audio = this.querySelector('audio')
  readonly #band = this.querySelector<HTMLElement>('.band')
  readonly #length = Number(this.dataset['length'])
  readonly #key = `at:${this.dataset['page']}`
  readonly #slider = element('input', {
    type: 'range',
    min: '0',
    max: String(Math.floor(this.#length) || 1),
    step: '1',
    value: '0',
    'aria-label': 'Position',
  })
  readonly #play = element('button', { type: 'button', class: 'play' }, icon(PLAY))
  readonly #elapsed = element('span', { class: 'elapsed' })
  readonly #left = element('span', { class: 'left' })
  readonly #message = element('p', { class: 'message', hidden: true })
  /** The place in reading when there is nothing to hear. */
  #silent: Seconds = 0
  #stopAt: Seconds | undefined
  #saved = 0

  connectedCallback(): void {
    this.#wrap()
    this.#listen()
    const known = Number(recall(this.#key))
    if (known > 0) this.#set(known)
    this.#draw()
  }

  get time(): Seconds {
    return this.#audio ? this.#audio.currentTime : this.#silent
  }

  get playing(): boolean {
    return this.#audio !== null && !this.#audio.paused
  }

  get length(): Seconds {
    const known = this.#audio?.duration ?? NaN
    return Number.isFinite(known) ? known : this.#length
  }

  /** Whether a range is being played that has not come to its end. */
  get stopsLater(): boolean {
    return this.#stopAt !== undefined
  }

  /** Goes to a time, and with an end stops there once. Never starts to play. */
  seek(time: Seconds, stopAt?: Seconds): void {
    this.#stopAt = stopAt
    this.#set(time)
    this.#draw()
    this.dispatchEvent(new Event('sought'))
  }

  toggle(): void {
    if (!this.#audio) return
    if (this.playing) this.#audio.pause()
    // A refusal, such as a file that can't be played, arrives as an `error` event too.
    else this.#audio.play().catch(() => this.#failed())
  }

  skip(seconds: Seconds): void {
    this.seek(this.time + seconds)
    announce(formatSpoken(this.time))
  }

  /** A place in the bar for controls that belong to the transcript. */
  add(...controls: HTMLElement[]): void {
    this.querySelector('.trail')?.append(...controls)
  }

  /** Draws marks on the ribbon, such as the places where words were found. */
  drawOnRibbon(name: string, spans: readonly (readonly [Seconds, Seconds])[]): void {
    const ribbon = this.#band?.querySelector('svg')
    if (!ribbon) return
    const { width, height } = ribbon.viewBox.baseVal
    let path = ribbon.querySelector(`.${name}`)
    if (!path) {
      path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
      path.classList.add(name)
      ribbon.append(path)
    }
    const scale = width / this.#length
    const boxes = spans.map(([from, to]) => {
      const wide = Math.max(2, (to - from) * scale)
      return `M${Math.round(from * scale)} 0h${Math.round(wide)}v${height}h-${Math.round(wide)}z`
    })
    path.setAttribute('d', boxes.join(''))
  }

  #set(time: Seconds): void {
    const clamped = Math.max(0, Math.min(time, this.length || time))
    // Before the file is there, this is where it will start: HTML calls it the default position.
    if (this.#audio) this.#audio.currentTime = clamped
    else this.#silent = clamped
  }

  #wrap(): void {
    const skipper = (seconds: number, path: string, label: string) =>
      element(
        'button',
        {
          type: 'button',
          class: 'skipper',
          'aria-label': label,
          onclick: () => this.skip(seconds),
        },
        icon(path),
      )
    const speed = element('select', { 'aria-label': 'Speed' })
    for (const rate of SPEEDS) speed.append(element('option', { value: rate }, `${rate}×`))
    speed.value = recall('speed') ?? '1'
    speed.addEventListener('change', () => {
      remember('speed', speed.value)
      this.#setSpeed(Number(speed.value))
    })
    this.#setSpeed(Number(speed.value))
    this.#play.addEventListener('click', () => this.toggle())
    this.#band?.append(this.#slider)
    const lead = element('div', { class: 'lead' })
    const trail = element('div', { class: 'trail' }, this.#left)
    if (this.#audio) {
      this.#audio.hidden = true
      this.#audio.removeAttribute('controls')
      lead.append(
        skipper(-15, BACK, 'Back 15 seconds'),
        this.#play,
        skipper(15, ON, 'On 15 seconds'),
        this.#elapsed,
      )
      trail.append(speed, this.#volume())
    } else lead.append(this.#elapsed)
    this.append(lead, trail)
    this.append(this.#message)
    this.dataset['wired'] = ''
  }

  #volume(): HTMLElement {
    const range = element('input', {
      type: 'range',
      class: 'volume',
      min: '0',
      max: '1',
      step: '0.05',
      value: recall('volume') ?? '1',
      'aria-label': 'Volume',
    })
    const set = () => {
      if (this.#audio) this.#audio.volume = Number(range.value)
      range.style.setProperty('--part', range.value)
    }
    range.addEventListener('input', () => {
      set()
      remember('volume', range.value)
    })
    set()
    return range
  }

  #setSpeed(rate: number): void {
    if (!this.#audio) return
    this.#audio.preservesPitch = true
    this.#audio.defaultPlaybackRate = rate
    this.#audio.playbackRate = rate
  }

  #listen(): void {
    this.#slider.addEventListener('input', () => this.seek(Number(this.#slider.value)))
    const audio = this.#audio
    if (!audio) return
    for (const event of ['play', 'pause', 'durationchange', 'seeked']) {
      audio.addEventListener(event, () => this.#draw())
    }
    audio.addEventListener('timeupdate', () => this.#tick())
    audio.addEventListener('pause', () => this.#save())
    audio.addEventListener('ended', () => remember(this.#key, undefined))
    audio.addEventListener('error', () => this.#failed())
    audio.addEventListener('playing', () => {
      this.#message.hidden = true
      this.#tellSystem()
    })
  }

  #tick(): void {
    if (this.#stopAt !== undefined && this.time >= this.#stopAt) {
      this.#stopAt = undefined
      this.#audio?.pause()
    }
    this.#draw()
    if (Math.abs(this.time - this.#saved) > 5) this.#save()
    this.dispatchEvent(new Event('moved'))
  }

  #save(): void {
    this.#saved = this.time
    if (this.time > 1) remember(this.#key, String(Math.floor(this.time)))
  }

  #draw(): void {
    const { time, length } = this
    this.#slider.max = String(Math.floor(length) || 1)
    this.#slider.value = String(Math.floor(time))
    this.#slider.setAttribute('aria-valuetext', `${formatSpoken(time)} of ${formatSpoken(length)}`)
    this.#band?.style.setProperty('--part', String(length ? time / length : 0))
    this.#elapsed.textContent = formatClock(time)
    this.#left.textContent = `−${formatClock(Math.max(0, length - time))}`
    const from = time >= 1 ? `Play from ${formatClock(time)}` : 'Play'
    this.#play.setAttribute('aria-label', this.playing ? 'Pause' : from)
    this.#play.querySelector('path')?.setAttribute('d', this.playing ? PAUSE : PLAY)
  }

  #failed(): void {
    if (!this.#audio || !this.#message.hidden) return
    this.#message.replaceChildren(
      'The recording can’t be loaded just now. The conversation below works without it; ',
      element('a', { href: this.#audio.src }, 'here is the file itself'),
      '.',
    )
    this.#message.hidden = false
    announce('The recording can’t be loaded.')
  }

  /** Lock screens and headphones. Support: Media Session in Chrome 73, Safari 15, Firefox 82. */
  #tellSystem(): void {
    if (!('mediaSession' in navigator)) return
    const { title = document.title, show = '', art } = this.dataset
    navigator.mediaSession.metadata = new MediaMetadata({
      title,
      artist: show,
      ...(art ? { artwork: [{ src: art }] } : {}),
    })
    navigator.mediaSession.setActionHandler('seekbackward', () => this.skip(-15))
    navigator.mediaSession.setActionHandler('seekforward', () => this.skip(15))
    navigator.mediaSession.setActionHandler('seekto', ({ seekTime }) => this.seek(seekTime ?? 0))
  }
}
