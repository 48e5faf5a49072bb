import { XMLParser } from 'fast-xml-parser'
import type { Problem } from '../../model/problem.ts'
import { parseTime, type Seconds } from '../../model/time.ts'
import type { Format } from '../format.ts'
import * as problem from '../problems.ts'
import { draftOfSegments, type TimedSegment } from '../timed-segments.ts'
import { type TimedWord, textOfWords } from '../timed-words.ts'

const NAME = 'TTML'

/** A node of fast-xml-parser's ordered form: one tag with its children, or `#text`. */
interface Node {
  readonly [key: string]: unknown
}

/** https://www.w3.org/TR/ttml2/ and Apple's with `podcasts:unit="sentence"` and `"word"`. */
export const ttml: Format = {
  name: NAME,
  sign: 'a root element <tt>',
  detect: ({ text }) =>
    /^\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:\w+:)?tt[\s>]/.test(
      text.slice(0, 4000),
    ),
  parse(source) {
    const problems: Problem[] = []
    try {
      const parser = new XMLParser({
        preserveOrder: true,
        ignoreAttributes: false,
        attributeNamePrefix: '',
        removeNSPrefix: false,
        trimValues: false,
        parseTagValue: false,
        parseAttributeValue: false,
        htmlEntities: true,
        commentPropName: '#comment',
      })
      const reader = new Reader()
      reader.walk(parser.parse(source.text) as Node[])
      const draft = draftOfSegments(source, NAME, reader.segments, {
        names: reader.names,
        ...(reader.language && { language: reader.language }),
      })
      return { ...draft, problems }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      return {
        format: NAME,
        pieces: [],
        problems: [problem.brokenData(source.file, 1, NAME, why.replace(/\.$/, ''))],
      }
    }
  },
}

class Reader {
  readonly segments: TimedSegment[] = []
  readonly names: Record<string, string> = {}
  language: string | undefined

  walk(nodes: readonly Node[]): void {
    for (const node of nodes) {
      const tag = tagOf(node)
      if (tag === undefined) continue
      const attrs = attrsOf(node)
      if (tag === 'tt') this.language ??= attrs['xml:lang'] || undefined
      if (tag === 'agent') this.agent(node, attrs)
      else if (tag === 'p') this.paragraph(node, attrs)
      else this.walk(childrenOf(node))
    }
  }

  /** `<ttm:agent xml:id="SPEAKER_1"><ttm:name type="full">Ann</ttm:name></ttm:agent>` */
  private agent(node: Node, attrs: Attributes): void {
    const id = attrs['xml:id']
    const name = plain([node]).trim()
    if (id && name) this.names[id] = name
  }

  private paragraph(node: Node, attrs: Attributes): void {
    const label = attrs['ttm:agent']
    const own = timesOf(attrs, 0)
    const sentences = unitsOf(childrenOf(node), 'sentence')
    if (sentences.length === 0) {
      this.segment(node, label, own, false)
      return
    }
    for (const [i, sentence] of sentences.entries()) {
      this.segment(
        sentence,
        attrsOf(sentence)['ttm:agent'] ?? label,
        timesOf(attrsOf(sentence), 0),
        i === 0,
      )
    }
  }

  private segment(node: Node, label: string | undefined, own: Times, paragraph: boolean): void {
    const words = unitsOf(childrenOf(node), 'word').map(wordOf)
    const said = words.length > 0 ? textOfWords(words) : undefined
    const start = own.start ?? words[0]?.start
    const end = own.end ?? words.at(-1)?.end
    const text = said?.text ?? plain(childrenOf(node))
    this.segments.push({ label, start, end, text, words: said?.words, paragraph })
  }
}

type Attributes = Readonly<Record<string, string | undefined>>

interface Times {
  readonly start: Seconds | undefined
  readonly end: Seconds | undefined
}

function tagOf(node: Node): string | undefined {
  const key = Object.keys(node).find(name => name !== ':@')
  return key === undefined || key.startsWith('#') || key.startsWith('?')
    ? undefined
    : key.replace(/^[\w-]+:/, '')
}

function childrenOf(node: Node): readonly Node[] {
  const inner = Object.entries(node).find(([name]) => name !== ':@')?.[1]
  return Array.isArray(inner) ? (inner as Node[]) : []
}

function attrsOf(node: Node): Attributes {
  const attrs = node[':@']
  return typeof attrs === 'object' && attrs !== null ? (attrs as Attributes) : {}
}

function unitsOf(nodes: readonly Node[], unit: 'sentence' | 'word'): Node[] {
  const found: Node[] = []
  for (const node of nodes) {
    const attrs = attrsOf(node)
    if (attrs['podcasts:unit'] === unit || attrs['unit'] === unit) found.push(node)
    else if (tagOf(node) === 'span') found.push(...unitsOf(childrenOf(node), unit))
  }
  return found
}

function wordOf(node: Node): TimedWord {
  return { text: plain(childrenOf(node)), ...timesOf(attrsOf(node), 0) }
}

function plain(nodes: readonly Node[]): string {
  let text = ''
  for (const node of nodes) {
    if (typeof node['#text'] === 'string' || typeof node['#text'] === 'number')
      text += String(node['#text'])
    else if (tagOf(node) === 'br') text += ' '
    else if (tagOf(node) !== undefined && tagOf(node) !== 'metadata')
      text += plain(childrenOf(node))
  }
  return text
}

function timesOf(attrs: Attributes, from: Seconds): Times {
  const start = timeOf(attrs['begin'])
  const end = timeOf(attrs['end'])
  const length = timeOf(attrs['dur'])
  return {
    start,
    end: end ?? (start !== undefined && length !== undefined ? from + start + length : undefined),
  }
}

/** Clock times, `12.345`, and the offsets `3.5s`, `1500ms`, `2m`; frames need a rate and are hundredths here. */
function timeOf(value: string | undefined): Seconds | undefined {
  if (value === undefined) return undefined
  const ms = /^(\d{1,15}(?:\.\d+)?)ms$/.exec(value)
  if (ms?.[1]) return Number(ms[1]) / 1000
  const unit = /^(\d{1,15}(?:\.\d+)?)([hmst])$/.exec(value)
  if (unit?.[1] && unit[2])
    return Number(unit[1]) * { h: 3600, m: 60, s: 1, t: 1e-7 }[unit[2] as 'h' | 'm' | 's' | 't']
  return parseTime(value)
}
