// Most text has no such sign and no second line, nor begins like a heading, a list or a quotation.
// To ask that first is many times faster than to look for each of them.
const SIGN = /[\\`*_<[\n\r\u2028\u2029]/
const START = /^\s*[#>+\-\d]/

/** Plain text as Markdown that shows exactly that text. */
export function markdownText(text: string): string {
  if (!SIGN.test(text) && !START.test(text)) return text
  return text
    .replace(/[\\`*_<]/g, '\\$&')
    .replace(/^(\s*)([#>+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2')
    .replace(/\[(?=[^\]]*\]\()/g, '\\[')
}
