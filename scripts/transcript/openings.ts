/** Numbers of the lines that open a paragraph: not blank, after a blank one or at the start. */
export function* openings(lines: readonly string[], from: number): Generator<number> {
  for (let i = from; i < lines.length; i++) {
    if ((lines[i] ?? '').trim() === '') continue
    if (i === from || (lines[i - 1] ?? '').trim() === '') yield i
  }
}
