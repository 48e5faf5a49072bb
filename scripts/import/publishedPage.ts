import { parseTime, type Seconds } from '../model/time.ts'

/** What a published transcript page says of its episode, when it is saved as text. */
export interface PublishedPage {
  readonly title?: string
  readonly number?: number
  readonly duration?: Seconds
  /** From its “Creators and Guests”. */
  readonly people: readonly { readonly name: string; readonly bio: string }[]
  /** The show’s name, where the page says it. */
  readonly show?: string
}

const PEOPLE =
  /^(creators and guests|creators & guests|guests?|hosts? and guests?|people|credits)$/i
/** A line that begins a turn; below the first of them there is nothing but words. */
const TURN = /^\s*(?:\*\*)?(?:\[?[\d:.]+\]?\s+)?(\p{Lu}[\p{L}\p{N} .'’_-]{0,40}):(?:\*\*)?\s+(.*)/u
const NUMBER = /\b(?:episode|ep\.?|folge|#)\s*(\d{1,5})\b/i

/**
 * Reads what stands around the words of a saved page: above them the title, the number and the
 * length, below them the people. The words themselves are the transcript reader’s.
 */
export function readPublishedPage(text: string): PublishedPage {
  const lines = text.split('\n').map(line => line.trim())
  const firstTurn = firstTurnOf(lines)
  const head = (firstTurn < 0 ? lines.slice(0, 20) : lines.slice(0, firstTurn)).filter(
    line => line !== '',
  )
  const number = head
    .map(line => NUMBER.exec(line.replaceAll('_', ' '))?.[1])
    .find(it => it !== undefined)
  const duration = head.map(durationIn).find(it => it !== undefined)
  const title = titleIn(head)
  const show = lines.map(line => /^listen to (.+?) using one of /i.exec(line)?.[1]).find(it => it)
  return {
    ...(title && { title }),
    ...(number !== undefined && { number: Number(number) }),
    ...(duration !== undefined && { duration }),
    people: peopleIn(lines),
    ...(show && { show }),
  }
}

/** A label speaks when it says two different things, or at a time: a title with a colon doesn't. */
function firstTurnOf(lines: readonly string[]): number {
  const said = new Map<string, Set<string>>()
  for (const line of lines) {
    const [, label, words = ''] = TURN.exec(line) ?? []
    if (label === undefined) continue
    const things = said.get(label) ?? new Set()
    said.set(label, things.add(words.slice(0, 20)))
  }
  return lines.findIndex(line => {
    const [whole, label = '', words = ''] = TURN.exec(line) ?? []
    if (whole === undefined) return line.includes('-->')
    return (said.get(label)?.size ?? 0) > 1 || /^\[?\d{1,3}:\d{2}/.test(words)
  })
}

/** The line that stands twice, once with the episode’s number after it; else the first that can be one. */
function titleIn(head: readonly string[]): string | undefined {
  const plain = head.filter(
    line => !isNavigation(line) && durationIn(line) === undefined && !/transcript$/i.test(line),
  )
  const twice = plain.find(line => plain.some(other => other !== line && other.startsWith(line)))
  const found = twice ?? plain[0]
  return found?.replace(/^#+\s*/, '').replace(/[\s,–—-]+(?:episode|ep\.?)\s*\d+$/i, '') || undefined
}

function isNavigation(line: string): boolean {
  return /^[←→«»‹›]|[←→«»‹›]$/.test(line) || /^(home|menu|share|subscribe|download)$/i.test(line)
}

/** `· 57:44`: a line with a time and nothing else that matters. */
function durationIn(line: string): Seconds | undefined {
  const time =
    /^(?:[·•|–-]|duration:?|length:?|\s)*(\d{1,3}:\d{2}(?::\d{2})?)(?:[·•|–-]|\s)*$/i.exec(
      line,
    )?.[1]
  return time === undefined ? undefined : parseTime(time)
}

/** Name, once or twice (a portrait’s description, then the name), then what they are known for. */
function peopleIn(lines: readonly string[]): { readonly name: string; readonly bio: string }[] {
  const start = lines.findIndex(line => PEOPLE.test(line.replace(/^#+\s*/, '').replace(/:$/, '')))
  if (start < 0) return []
  const people: { name: string; bio: string }[] = []
  let block: string[] = []
  const close = () => {
    const [name = '', ...rest] = block
    const bio = rest.filter(line => line !== name).join(' ')
    if (isName(name)) people.push({ name, bio })
    block = []
  }
  for (const line of lines.slice(start + 1)) {
    if (/^listen to |^(apple podcasts|spotify)\b/i.test(line) || isNavigation(line)) break
    if (line === '') {
      if (block.length > 0) close()
      // Two people may stand without a line between them, but a name never follows two empty lines.
      continue
    }
    // The next person’s name stands twice.
    if (block.length > 1 && lines[lines.indexOf(line, start) + 1] === line && line !== block[0])
      close()
    block.push(line)
  }
  if (block.length > 0) close()
  return people
}

function isName(line: string): boolean {
  return /^[\p{Lu}][\p{L}\p{M}.'’ -]{1,60}$/u.test(line) && line.split(/\s+/).length <= 5
}
