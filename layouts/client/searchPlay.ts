import type { Seconds } from '../../scripts/model/time.ts'
import { announce } from './announce.ts'

/** One voice at a time. */
let audio: HTMLAudioElement | undefined
let tell: ((playing: boolean) => void) | undefined

/** Plays a recording from a moment, or pauses it; `show` is told which. */
export function playHere(source: string, start: Seconds, show: (playing: boolean) => void): void {
  if (tell === show && audio) {
    if (audio.paused) void audio.play().catch(failed)
    else audio.pause()
    return
  }
  audio?.pause()
  tell?.(false)
  const own = new Audio()
  audio = own
  tell = show
  own.addEventListener('play', () => tell === show && show(true))
  own.addEventListener('pause', () => show(false))
  own.addEventListener('ended', () => show(false))
  own.src = source
  own.currentTime = start
  own.play().catch(failed)
}

function failed(error: unknown): void {
  // Another moment was asked for before this one began.
  if (error instanceof DOMException && error.name === 'AbortError') return
  tell?.(false)
  announce('The recording can’t be played.')
}
