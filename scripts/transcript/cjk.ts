// Scripts that are written without spaces, and their punctuation; Korean has spaces.
const CJK = String.raw`[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]`
const SOME = new RegExp(CJK)
const LINE_END = new RegExp(String.raw`(?<=${CJK})\n(?=${CJK})`, 'g')
// A line may not end with what opens, nor start with what closes: https://www.w3.org/TR/jlreq/#characters_not_starting_a_line
const OPENS = '「『（【〈《〔［｛'
const CLOSES = '」』）】〉》〕］｝、。，．！？：；・ーゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ'

/** Whether `after` follows `before` without a space: both are Chinese or Japanese there. */
export function joinsTight(before: string, after: string): boolean {
  return isTight(before.charCodeAt(before.length - 1)) && isTight(after.charCodeAt(0))
}

/** Whether any letter of a text may stand beside another without a space or a break between. */
export function hasTight(text: string): boolean {
  return SOME.test(text)
}

/** `CJK` for one letter: asked for every word there is, and a pattern would search the whole text. */
export function isTight(code: number): boolean {
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

/** Whether a line may break before a letter inside a word. */
export function breaksInside(text: string, at: number): boolean {
  return (
    isTight(text.charCodeAt(at)) &&
    isTight(text.charCodeAt(at - 1)) &&
    !CLOSES.includes(text.charAt(at)) &&
    !OPENS.includes(text.charAt(at - 1))
  )
}
