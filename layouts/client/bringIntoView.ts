/**
 * Scrolls words to a third down the window. Turns get their true height only a frame or two after
 * they come into view, so an instant scroll looks again for a while and mends itself.
 */
export function bringIntoView(words: Range, behavior: ScrollBehavior, frames = 12): void {
  const distance = distanceOf(words)
  if (Math.abs(distance) > 2) scrollBy({ top: distance, behavior })
  if (behavior === 'smooth' || frames === 0) return
  requestAnimationFrame(() => bringIntoView(words, behavior, frames - 1))
}

/** How far the window has to be scrolled, in pixels. */
export function distanceOf(words: Range): number {
  return words.getBoundingClientRect().top - innerHeight / 3
}
