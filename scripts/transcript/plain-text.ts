import { decodeHTML } from 'entities'

// Markdown and HTML that tools leave in the words. Each pattern is linear: it excludes its own
// closing character, so no input makes it go back and forth.
const SPECIAL = /[\\*_`[<&~]/
const LINK =
  /!?\[([^[\]\n]{0,500})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+"[^"\n]{0,300}")?\)/g
const TAG =
  /<\/?(?:a|abbr|b|br|code|cite|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strong|sub|sup|u|ul|blockquote)(?:\s[^<>]{0,1000})?\/?>/gi
const COMMENT = /<!--(?:[^-]|-(?!->)){0,4000}-->/g
const AUTOLINK = /<(https?:[^<>\s]{1,1000})>/g

/** The words of a line of Markdown or HTML, without the markup. */
export function plainText(text: string, markup: 'markdown' | 'none' = 'markdown'): string {
  if (!SPECIAL.test(text)) return text
  const markdown = markup === 'markdown'
  const escapes = markdown && text.includes('\\')
  let plain = escapes ? text.replace(/\\([!-/:-@[-`{-~])/g, aside) : text
  if (plain.includes('<')) {
    plain = plain.replace(COMMENT, '').replace(AUTOLINK, '$1').replace(TAG, blankForBreak)
  }
  if (markdown) plain = withoutMarkdown(plain)
  if (plain.includes('&')) plain = decodeHTML(plain)
  return escapes ? plain.replace(/[\ue021-\ue07e]/g, back) : plain
}

/** An escaped character is a word's own; put where no pattern finds it. */
function aside(_: string, character: string): string {
  return String.fromCharCode(0xe000 + character.charCodeAt(0))
}

function back(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xe000)
}

function blankForBreak(tag: string): string {
  return /^<\/?(?:br|p|li|div|hr)\b/i.test(tag) ? ' ' : ''
}

function withoutMarkdown(text: string): string {
  let plain = text
  if (plain.includes('](')) plain = plain.replace(LINK, '$1')
  if (plain.includes('`')) plain = plain.replace(/(`+)([^`]+)\1/g, '$2')
  if (plain.includes('*')) {
    plain = plain
      .replace(/\*\*\s+\*\*/g, ' ')
      .replace(/(?<![*\w])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?!\*)/g, '')
  }
  if (plain.includes('_')) {
    plain = plain.replace(
      /(?<![\p{L}\p{N}_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_])/gu,
      '',
    )
  }
  if (plain.includes('~')) plain = plain.replace(/~{1,2}([^~\n]+)~{1,2}/g, '$1')
  return plain
}
