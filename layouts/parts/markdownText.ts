/** Plain text as Markdown that shows exactly that text. */
export function markdownText(text: string): string {
  return text
    .replace(/[\\`*_<]/g, '\\$&')
    .replace(/^(\s*)([#>+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2')
    .replace(/\[(?=[^\]]*\]\()/g, '\\[')
}
