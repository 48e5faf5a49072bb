// Scripts that are written without spaces, and their punctuation; Korean has spaces.
const CJK = String.raw`[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]`
const SOME = new RegExp(CJK)
const LINE_END = new RegExp(String.raw`(?<=${CJK})\n(?=${CJK})`, 'g')
// Not before what closes, nor after what opens: https://www.w3.org/TR/jlreq/#characters_not_starting_a_line
const BREAK = new RegExp(
  `(?<=${CJK})(?<![「『（【〈《〔［｛])(?=${CJK})(?![」』）】〉》〕］｝、。，．！？：；・ーゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ])`,
)

/** Whether `after` follows `before` without a space: both are Chinese or Japanese there. */
export function joinsTight(before: string, after: string): boolean {
  return isTight(before.charCodeAt(before.length - 1)) && isTight(after.charCodeAt(0))
}

/** Whether any letter of a text may stand beside another without a space or a break between. */
export function hasTight(text: string): boolean {
  return SOME.test(text)
}

/** `CJK` for one letter: asked for every word there is, and a pattern would search the whole text. */
function isTight(code: number): boolean {
  return (
    code >= 0x2e80 &&
    (code <= 0x303f ||
      (code >= 0x3040 && code <= 0x30ff) ||
      (code >= 0x3400 && code <= 0x4dbf) ||
      (code >= 0x4e00 && code <= 0x9fff) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xff00 && code <= 0xffef))
  )
}

/** A text broken into lines, where a break between Chinese or Japanese letters is no space. */
export function withoutTightBreaks(text: string): string {
  return text.includes('\n') ? text.replace(LINE_END, '') : text
}

/** The parts of a word between which a line may break. */
export function breakable(word: string): readonly string[] {
  const edge = isTight(word.charCodeAt(0)) || isTight(word.charCodeAt(word.length - 1))
  return edge || (word.length > 12 && hasTight(word)) ? word.split(BREAK) : [word]
}
