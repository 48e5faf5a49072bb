import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { Ajv } from 'ajv'
import type { Browser, Page } from 'playwright-core'
import { episodeFields, guestFields, showFields } from '../../scripts/content/fields.ts'
import { splitPage } from '../../scripts/content/frontMatter.ts'
import { readFields } from '../../scripts/content/readFields.ts'
import { openBrowser } from '../browser.ts'
import { command, ROOT, serve, temporaryFolder, writeFiles } from '../site.ts'

const SHOW = `title: Low Tide
url: http://localhost/shows/low/
language: en
repository: https://github.com/me/low-tide
`
let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

async function build(front: string): Promise<string> {
  const folder = temporaryFolder()
  writeFiles(path.join(folder, 'content'), {
    'show.md': `---\n${front}---\n`,
    'episodes/fog.md': '---\ntitle: Fog\ndate: 2026-03-03\n---\n',
  })
  const output = path.join(folder, 'dist')
  const { code, err } = await command(
    'build',
    '--content',
    path.join(folder, 'content'),
    '--output',
    output,
    '--no-search',
  )
  assert.equal(code, 0, err)
  return output
}

/** One site with the form does for all the tests of it. */
let form: Promise<string> | undefined
function withForm(): Promise<string> {
  form ??= build(`${SHOW}admin: {branch: live}\nexplicit: true\n`)
  return form
}

test('a show that doesn’t turn the form on has none', async () => {
  const output = await build(SHOW)
  assert.ok(!existsSync(path.join(output, 'admin')))
})

test('the form’s configuration is what the form’s own schema asks for', async () => {
  const output = await withForm()
  const config: unknown = JSON.parse(readFileSync(path.join(output, 'admin/config.json'), 'utf8'))
  const schema: unknown = JSON.parse(
    readFileSync(path.join(ROOT, 'node_modules/@sveltia/cms/schema/sveltia-cms.json'), 'utf8'),
  )
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: false })
  const valid = ajv.validate(schema as object, config)
  assert.ok(valid, JSON.stringify(ajv.errors?.slice(0, 5), null, 1))
})

/** Opens the form; with `test`, on a repository that lives in the browser. */
async function openForm(output: string, test: boolean) {
  const site = await serve(output, '/shows/low/')
  const page = await browser.newPage({ timezoneId: 'UTC' })
  const wrong: string[] = []
  const foreign: string[] = []
  page.on('pageerror', error => wrong.push(String(error)))
  page.on('console', message => {
    if (/Content Security Policy/.test(message.text())) wrong.push(message.text())
  })
  page.on('request', request => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(site.url))
      foreign.push(request.url())
  })
  if (test) {
    await page.route('**/config.json', async route => {
      const config = (await (await route.fetch()).json()) as object
      await route.fulfill({ json: { ...config, backend: { name: 'test-repo' } } })
    })
  }
  await page.goto(`${site.url}admin/`)
  return { page, site, wrong, foreign }
}

/** A long form draws its fields as they come into view. */
async function shows(page: Page, names: readonly string[]) {
  await page.mouse.move(300, 400)
  for (const name of names) {
    const label = page.getByText(name, { exact: true })
    for (let turns = 0; turns < 60 && (await label.count()) === 0; turns++) {
      await page.mouse.wheel(0, 300)
      await page.waitForTimeout(100)
    }
    assert.ok((await label.count()) > 0, `the form has no field ${name}`)
  }
}

test('the form shows every field, under the site’s path, and asks no other server', async () => {
  const output = await withForm()
  const { page, site, wrong, foreign } = await openForm(output, true)
  await page.getByRole('button', { name: 'Work with Test Repository' }).click({ timeout: 30_000 })
  await page.getByText('Episodes', { exact: true }).first().waitFor()
  await page.goto(`${site.url}admin/#/collections/episodes/new`)
  await page.getByText('Creating', { exact: false }).first().waitFor()
  await shows(page, Object.keys(episodeFields))
  await page.goto(`${site.url}admin/#/collections/guests/new`)
  await shows(page, Object.keys(guestFields))
  await page.goto(`${site.url}admin/#/collections/show/entries/show`)
  await shows(page, Object.keys(showFields))
  assert.deepEqual(wrong, [])
  assert.deepEqual(foreign, [])
  await page.close()
  site.close()
})

test('editors sign in at the repository’s host', async () => {
  const output = await withForm()
  const { page, site, wrong } = await openForm(output, false)
  await page.getByRole('button', { name: /Sign In with .*GitHub/ }).waitFor({ timeout: 30_000 })
  const config = readFileSync(path.join(output, 'admin/config.json'), 'utf8')
  assert.match(config, /"repo": "me\/low-tide",\s+"branch": "live"/)
  assert.deepEqual(wrong, [])
  await page.close()
  site.close()
})

/** Files of the browser's own file system, by path. In words, because a bundler renames functions. */
const LIST_FILES = `(async () => {
  const files = {}
  const walk = async (folder, below) => {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === 'directory') await walk(entry, below + name + '/')
      else files[below + name] = await (await entry.getFile()).text()
    }
  }
  await walk(await navigator.storage.getDirectory(), '')
  return files
})()`

test('what the form saves is an episode that has nothing to mend', async () => {
  const output = await withForm()
  const { page, site } = await openForm(output, true)
  await page.getByRole('button', { name: 'Work with Test Repository' }).click({ timeout: 30_000 })
  await page.getByText('Episodes', { exact: true }).first().waitFor()
  await page.goto(`${site.url}admin/#/collections/episodes/new`)
  await page.getByRole('textbox').first().fill('The last foghorn: a story')
  await page.locator('input[type=datetime-local]').first().fill('2026-03-03T06:00')
  await page.getByRole('button', { name: 'Save' }).click()
  let saved: string | undefined
  for (let turns = 0; turns < 50 && saved === undefined; turns++) {
    await page.waitForTimeout(200)
    const files = (await page.evaluate(LIST_FILES)) as Readonly<Record<string, string>>
    saved = files['sveltia-cms-test/content/episodes/the-last-foghorn-a-story.md']
  }
  assert.ok(saved, 'the form saved nothing')
  const read = splitPage({ file: 'a.md', text: saved, problems: [] })
  const { values, problems } = readFields(read, episodeFields)
  assert.deepEqual([...read.problems, ...problems], [])
  assert.equal(values.title, 'The last foghorn: a story')
  assert.deepEqual(values.date, { iso: '2026-03-03T06:00:00.000Z', hasZone: true })
  assert.equal(values.explicit, true)
  assert.equal(values.hosts, undefined)
  await page.close()
  site.close()
})
