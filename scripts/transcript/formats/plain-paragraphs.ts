import type { Draft, Piece } from '../draft.ts'
import type { Format, TranscriptSource } from '../format.ts'
import { grammarOf } from '../grammar.ts'
import { readTurnLines } from '../turn-lines.ts'

const NAME = 'Plain paragraphs'

/** Words and nothing else: no names, no times. The last one asked, so it looks for real prose. */
export const plainParagraphs: Format = {
  name: NAME,
  sign: 'sentences in paragraphs',
  detect: source => isProse(source),
  parse: source => withoutDoubt(readTurnLines(source, NAME)),
}

function isProse(source: TranscriptSource): boolean {
  const sample = source.text.slice(0, 20_000)
  if (/^\s*[{[<]/.test(sample) && !/^\s*\[[\p{L} ]+\]/u.test(sample)) return false
  if (grammarOf(source).filled === 0) return false
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const signs = sample.match(/[{}<>;=|\\/@#$%^~\ufffd]/g)?.length ?? 0
  const words = sample.match(/\p{L}+/gu)?.length ?? 0
  const dense = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(sample)
  return (words >= 4 || (dense && letters >= 4)) && signs * 12 < letters
}

/** One paragraph with a colon is no cast of speakers. */
function withoutDoubt(draft: Draft): Draft {
  const pieces: Piece[] = draft.pieces.map(piece =>
    piece.type === 'speaker' ? { ...piece, tentative: true } : piece,
  )
  return { ...draft, pieces }
}
