import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes, as they are and as they cross the wire. */
export interface Weight {
  readonly raw: number
  readonly gzipped: number
}

/** What a browser loads for a page before anybody touches it; fonts, pictures and audio apart. */
export interface PageWeight {
  readonly html: Weight
  readonly scripts: Weight
  readonly styles: Weight
}

/** Weighs a page of a built site that stands under `base`. */
export function weighPage(folder: string, file: string, base: string): PageWeight {
  const html = readFileSync(path.join(folder, file), 'utf8')
  const own = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(([, at = '']) => at.slice(base.length))
  const scripts = new Set<string>()
  const load = (script: string) => {
    if (scripts.has(script)) return
    scripts.add(script)
    const code = readFileSync(path.join(folder, script), 'utf8')
    // What a module imports outright is loaded with it; `import()` waits for somebody to want it.
    for (const [, to = ''] of code.matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)) {
      load(path.posix.join(path.posix.dirname(script), to))
    }
  }
  own(/<script[^>]*\ssrc="([^"]+)"/g).forEach(load)
  const styles = own(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)
  return {
    html: weigh([html]),
    scripts: weigh([...scripts].map(script => readFileSync(path.join(folder, script)))),
    styles: weigh(styles.map(style => readFileSync(path.join(folder, style)))),
  }
}

function weigh(files: readonly (string | Buffer)[]): Weight {
  return {
    raw: files.reduce((sum, file) => sum + Buffer.byteLength(file), 0),
    gzipped: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
  }
}

const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu ran ter ing der'.split(' ')

/**
 * A transcript of `words` words in which some words are as common and most as rare as in a real
 * language, so that it compresses like one; a mark every minute.
 */
export function longTranscript(words: number, names: readonly string[]): string {
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const vocabulary = Array.from({ length: 4000 }, (_, rank) =>
    Array.from({ length: rank < 60 ? 1 : 2 + Math.floor(random() * 2) }, () =>
      pick(SYLLABLES),
    ).join(''),
  )
  const turns: string[] = []
  let said = 0
  let minute = 0
  while (said < words) {
    const length = Math.min(words - said, 8 + Math.floor(random() * 90))
    const text = Array.from({ length }, (_, at) => {
      const word = vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'the'
      const mark =
        Math.floor((said + at) / 170) >= minute
          ? `[00:${String(minute++).padStart(2, '0')}:00] `
          : ''
      return `${mark}${word}${(at + 1) % 12 === 0 ? '.' : ''}`
    })
    turns.push(`${names[turns.length % names.length]}: ${text.join(' ')}.`)
    said += length
  }
  return `${turns.join('\n\n')}\n`
}
