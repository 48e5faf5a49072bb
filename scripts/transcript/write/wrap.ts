import { breaksInside, isTight } from '../cjk.ts'

const SPACE = 32

/**
 * Where the line that begins at `from` ends: as late as its room of so many letters allows, or
 * after its first word where that is longer. Looked for from the end of the room backwards, so
 * that most words are passed over. `tight` says that some letters need no space between them.
 */
export function lineEnd(text: string, from: number, room: number, tight: boolean): number {
  const full = from + room
  if (full >= text.length) return text.length
  for (let at = full; at > from; at--) if (mayEnd(text, at, tight)) return at
  for (let at = Math.max(full, from) + 1; at < text.length; at++) {
    if (mayEnd(text, at, tight)) return at
  }
  return text.length
}

/** Where the line after one that ends at `end` begins. */
export function nextLine(text: string, end: number): number {
  let at = end
  while (text.charCodeAt(at) === SPACE && !isDash(text, at + 1)) at++
  return at
}

/** A space between two letters that else have none is kept, so that it can be read again. */
export function lineBetween(text: string, from: number, end: number, tight: boolean): string {
  const kept = tight && text.charCodeAt(end) === SPACE && joinsAcross(text, end)
  return text.slice(from, kept ? end + 1 : end)
}

/** Whether a line that ends here is parted from the next by no space. */
export function partsWord(text: string, end: number): boolean {
  return end < text.length && text.charCodeAt(end) !== SPACE
}

function joinsAcross(text: string, space: number): boolean {
  return isTight(text.charCodeAt(space - 1)) && isTight(text.charCodeAt(space + 1))
}

function mayEnd(text: string, at: number, tight: boolean): boolean {
  if (text.charCodeAt(at) === SPACE) return !isDash(text, at + 1)
  return tight && breaksInside(text, at) && !staysWhole(text, at)
}

/** A dash stays with the word before it: at the start of a line it means another speaker. */
function isDash(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== 0x2d && code !== 0x2013 && code !== 0x2014) return false
  return at + 1 === text.length || text.charCodeAt(at + 1) === SPACE
}

/** A short word that has letters without spaces only in its middle, such as one in quotation marks. */
function staysWhole(text: string, inside: number): boolean {
  const from = text.lastIndexOf(' ', inside) + 1
  let to = inside
  do {
    const space = text.indexOf(' ', to + 1)
    to = space === -1 ? text.length : space
  } while (isDash(text, to + 1))
  const edge = isTight(text.charCodeAt(from)) || isTight(text.charCodeAt(to - 1))
  return !edge && to - from <= 12
}
