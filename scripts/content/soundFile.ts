import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Below this a reader is through in no time, whatever is in the file; in bytes. */
const SMALL = 4 * 1024 * 1024

const SAMPLES = 16
/** A frame of MP3 or AAC has some 1,500 bytes at most, so a sample of sound holds the start of one. */
const SAMPLE = 8 * 1024

/**
 * Whether a large file that should be MP3 or AAC holds mostly something else: the zeros of a download
 * that broke off, or a text. Its reader looks for the next frame byte by byte, for minutes.
 */
export function isMostlySilent(file: string): boolean {
  if (!/\.(?:mp3|aac)$/i.test(file)) return false
  const descriptor = openSync(file, 'r')
  try {
    const { size } = fstatSync(descriptor)
    if (size < SMALL) return false
    const bytes = Buffer.alloc(SAMPLE)
    let empty = 0
    for (let at = 0; at < SAMPLES; at++) {
      const from = Math.floor(((size - SAMPLE) * at) / (SAMPLES - 1))
      readSync(descriptor, bytes, 0, SAMPLE, from)
      if (!hasFrame(bytes)) empty++
    }
    return empty > SAMPLES / 2
  } finally {
    closeSync(descriptor)
  }
}

/** Eleven bits that are set begin a frame: ISO 11172-3, 2.4.1.3. */
function hasFrame(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (((bytes[at + 1] ?? 0) & 0xe0) === 0xe0 && bytes[at + 1] !== 0xff) return true
  }
  return false
}
