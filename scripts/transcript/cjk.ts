// Scripts that are written without spaces, and their punctuation; Korean has spaces.
const CJK = String.raw`[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]`
const ENDS = new RegExp(`${CJK}$`)
const STARTS = new RegExp(`^${CJK}`)
const LINE_END = new RegExp(String.raw`(?<=${CJK})\n(?=${CJK})`, 'g')
// Not before what closes, nor after what opens: https://www.w3.org/TR/jlreq/#characters_not_starting_a_line
const BREAK = new RegExp(
  `(?<=${CJK})(?<![「『（【〈《〔［｛])(?=${CJK})(?![」』）】〉》〕］｝、。，．！？：；・ーゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ])`,
)

/** Whether `after` follows `before` without a space: both are Chinese or Japanese there. */
export function joinsTight(before: string, after: string): boolean {
  return ENDS.test(before) && STARTS.test(after)
}

/** A text broken into lines, where a break between Chinese or Japanese letters is no space. */
export function withoutTightBreaks(text: string): string {
  return text.includes('\n') ? text.replace(LINE_END, '') : text
}

/** The parts of a word between which a line may break. */
export function breakable(word: string): readonly string[] {
  return STARTS.test(word) || ENDS.test(word) || word.length > 12 ? word.split(BREAK) : [word]
}
