import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { formatProblems } from '../commands/report.ts'
import type { Problem } from '../model/problem.ts'
import { snippets } from './editorFiles.ts'
import { PAGE_KINDS } from './jsonSchema.ts'

const root = path.resolve(import.meta.dirname, '../..')

interface Tasks {
  tasks: { problemMatcher: { pattern: Readonly<Record<string, string | number>> }[] }[]
}

test('VS Code’s task finds every problem in what the check prints', () => {
  const { tasks } = JSON.parse(readFileSync(path.join(root, '.vscode/tasks.json'), 'utf8')) as Tasks
  const patterns = tasks.flatMap(task => task.problemMatcher.map(it => it.pattern))
  const found = (problem: Problem) => {
    const [line = ''] = formatProblems([problem], 'content').split('\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the terminal's colours.
    const plain = line.replace(/\u001b\[\d+m/g, '')
    for (const pattern of patterns) {
      const match = new RegExp(String(pattern['regexp'])).exec(plain)
      if (match)
        return ['file', 'line', 'severity', 'message', 'code'].map(it => match[Number(pattern[it])])
    }
    return []
  }
  const problem: Problem = {
    severity: 'warning',
    code: 'bad-time',
    file: 'episodes/a.md',
    line: 3,
    column: 7,
    message: '“1:75” is no time: it says error and 12:34.',
    fix: 'Mend it.',
  }
  const { message } = problem
  assert.deepEqual(found(problem), ['content/episodes/a.md', '3', 'warning', message, 'bad-time'])
  const { line: _line, column: _column, ...whole } = problem
  assert.deepEqual(found(whole), [
    'content/episodes/a.md',
    undefined,
    'warning',
    message,
    'bad-time',
  ])
})

test('a snippet writes the example, whatever signs it holds', () => {
  const all = snippets(PAGE_KINDS) as Readonly<
    Record<string, { body: string[]; description: string }>
  >
  assert.deepEqual(all['Episode: speakers']?.body, [`speakers: \${1:{SPEAKER_00: ada\\}}`])
  assert.deepEqual(all['Guest: a new page']?.body, [
    '---',
    `name: \${1:Nathan Lambert}`,
    '---',
    '',
    '$0',
  ])
  for (const { description } of Object.values(all)) assert.match(description, /^\w+: .+\.$/)
})
