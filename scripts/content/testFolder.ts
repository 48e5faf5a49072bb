import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'
import type { Problem } from '../model/problem.ts'
import type { Show } from '../model/show.ts'
import { readShow } from './readShow.ts'

/** A content folder for one test: files by their paths. It goes away with the test. */
export function contentFolder(
  t: Pick<TestContext, 'after'>,
  files: Readonly<Record<string, string>>,
): string {
  const root = mkdtempSync(path.join(tmpdir(), 'verbatim-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  return root
}

export const SHOW = '---\ntitle: Small Sounds\nurl: https://example.org/\n---\n'

export function episode(fields = '', notes = ''): string {
  return `---\ntitle: Foghorns\ndate: 2026-03-03\n${fields}---\n${notes}`
}

const NOW = new Date('2026-06-01T00:00:00Z')

/** Reads such a folder as a build on 1 June 2026 would. */
export async function read(
  t: Pick<TestContext, 'after'>,
  files: Readonly<Record<string, string>>,
): Promise<{ show: Show; problems: readonly Problem[] }> {
  const { show, problems } = await readShow({
    root: contentFolder(t, { 'show.md': SHOW, ...files }),
    drafts: false,
    now: NOW,
  })
  if (!show) throw new Error(`No show: ${problems.map(problem => problem.message).join(' ')}`)
  return { show, problems }
}

/** `episodes/a.md:4:1 unknown-field`, one line a problem. */
export function outline(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, column, code }) =>
    line === undefined ? `${file} ${code}` : `${file}:${line}:${column ?? 1} ${code}`,
  )
}
