import type { Format } from '../format.ts'
import { secondsOf } from '../json-values.ts'
import { bareLabel } from '../names.ts'
import { draftOfSegments, type TimedSegment } from '../timed-segments.ts'
import { sentencesOf, type TimedWord } from '../timed-words.ts'
import { attribute, isTagSoup, tagSoup, walkHtml } from './html.ts'

const NAME = 'Hyperaudio HTML'

/** https://github.com/hyperaudio/hyperaudio-lite: a span a word, `data-m` and `data-d` in milliseconds. */
export const hyperaudioHtml: Format = {
  name: NAME,
  sign: '<span data-m="4470" data-d="270">word </span>',
  detect: ({ text }) =>
    /^\s*</.test(text) &&
    text.includes('data-m=') &&
    /<(?:span|a)\s[^<>]{0,200}data-m=/i.test(text),
  parse(source) {
    if (isTagSoup(source)) return tagSoup(source, NAME)
    const segments: TimedSegment[] = []
    let words: TimedWord[] = []
    let label: string | undefined
    let open:
      | { start: number | undefined; length: number | undefined; text: string; speaker: boolean }
      | undefined
    const flush = (paragraph: boolean) => {
      const sentences = sentencesOf(words)
      if (paragraph && sentences[0]) sentences[0] = { ...sentences[0], paragraph: true }
      segments.push(...sentences)
      words = []
    }
    for (const step of walkHtml(source)) {
      if (step.kind === 'text') {
        if (open) open.text += step.text
        continue
      }
      const { element } = step
      if (element.tagName === 'p' && step.kind === 'close') flush(true)
      const start = attribute(element, 'data-m')
      if (start === undefined) continue
      if (step.kind === 'open') {
        const speaker = /\bspeaker\b/.test(attribute(element, 'class') ?? '')
        open = {
          start: secondsOf(start, 1000),
          length: secondsOf(attribute(element, 'data-d'), 1000),
          text: '',
          speaker,
        }
      } else if (open) {
        const said = open.text.replace(/\s+/g, ' ').trim()
        if (open.speaker) label = bareLabel(said.replace(/^\[|\]:?$/g, '')) || undefined
        else if (/^h[1-6]$/.test(element.tagName)) {
          flush(true)
          segments.push({ text: said, start: open.start, kind: 'heading' })
        } else if (said !== '') {
          const end =
            open.start !== undefined && open.length !== undefined
              ? open.start + open.length
              : undefined
          words.push({ text: said, start: open.start, end, label })
        }
        open = undefined
      }
    }
    flush(true)
    return draftOfSegments(source, NAME, segments)
  },
}
