/** The script of an episode: who says what, in order, with pauses, sounds and chapters. */
export interface Script {
  /** `key: value` lines at the top. */
  readonly head: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
  /** What `= ` lines say, sentence by sentence: the same conversation in another language. */
  readonly translation: readonly string[]
}

export type Step =
  | { readonly type: 'turn'; readonly speaker: string; readonly cutsIn: boolean }
  | { readonly type: 'sentence'; readonly words: readonly ScriptWord[] }
  | { readonly type: 'sound'; readonly name: string }
  | { readonly type: 'pause'; readonly seconds: number }
  | { readonly type: 'chapter'; readonly title: string }

export interface ScriptWord {
  /** As the transcript spells it: `A440`. */
  readonly written: string
  /** As the synthesiser should read it: `A four forty`. */
  readonly spoken: string
}

const TURN = /^([\p{L} ]+?)(, cutting in)?: (.*)$/u
const PART = /\[([^\]]+)\]|\((\d+(?:\.\d+)?)\)/gu
const WORD = /\{([^|}]+)\|([^}]+)\}(\S*)|\S+/gu
const SENTENCE_END = /(?<=[.!?…][”’")]*)\s+(?=[\p{Lu}“¿¡{\d‘])/u

export function readScript(text: string): Script {
  const [top = '', ...rest] = text.split('\n\n')
  const head = Object.fromEntries(
    top.split('\n').map(line => {
      const colon = line.indexOf(': ')
      return [line.slice(0, colon), line.slice(colon + 2)]
    }),
  )
  const lines = rest.flatMap(block => block.split('\n')).filter(line => line.trim() !== '')
  return {
    head,
    steps: lines.filter(line => !line.startsWith('= ')).flatMap(readLine),
    translation: lines
      .filter(line => line.startsWith('= '))
      .flatMap(line => line.slice(2).split(SENTENCE_END)),
  }
}

function readLine(line: string): Step[] {
  if (line.startsWith('## ')) return [{ type: 'chapter', title: line.slice(3) }]
  const turn = TURN.exec(line)
  const [speaker = '', cutsIn, said = ''] = turn?.slice(1) ?? []
  if (turn === null) return readParts(line)
  return [{ type: 'turn', speaker, cutsIn: cutsIn !== undefined }, ...readParts(said)]
}

function readParts(text: string): Step[] {
  const steps: Step[] = []
  let from = 0
  for (const part of text.matchAll(PART)) {
    steps.push(...readSentences(text.slice(from, part.index)))
    const [whole, sound, pause] = part
    steps.push(
      sound === undefined
        ? { type: 'pause', seconds: Number(pause) }
        : { type: 'sound', name: sound },
    )
    from = part.index + whole.length
  }
  return [...steps, ...readSentences(text.slice(from))]
}

function readSentences(text: string): Step[] {
  return text
    .trim()
    .split(SENTENCE_END)
    .filter(sentence => sentence !== '')
    .map(sentence => ({ type: 'sentence', words: [...sentence.matchAll(WORD)].map(readWord) }))
}

function readWord([whole, written, spoken, tail]: RegExpExecArray): ScriptWord {
  if (written === undefined || spoken === undefined) return { written: whole, spoken: whole }
  return { written: `${written}${tail ?? ''}`, spoken: `${spoken}${tail ?? ''}` }
}
