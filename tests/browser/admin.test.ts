import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { Ajv } from 'ajv'
import type { Browser, Page } from 'playwright-core'
import { episodeFields, guestFields, showFields } from '../../scripts/content/fields.ts'
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

test('a show that doesn’t turn the form on has none', async () => {
  const output = await build(SHOW)
  assert.ok(!existsSync(path.join(output, 'admin')))
})

test('the form’s configuration is what the form’s own schema asks for', async () => {
  const output = await build(`${SHOW}admin: main\n`)
  const config: unknown = JSON.parse(readFileSync(path.join(output, 'admin/config.json'), 'utf8'))
  const schema: unknown = JSON.parse(
    readFileSync(path.join(ROOT, 'node_modules/@sveltia/cms/schema/sveltia-cms.json'), 'utf8'),
  )
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: false })
  const valid = ajv.validate(schema as object, config)
  assert.ok(valid, JSON.stringify(ajv.errors?.slice(0, 5), null, 1))
})

/** Opens the form; with `test`, on a repository that lives in the browser. */
async function openForm(output: string, base: string, test: boolean) {
  const site = await serve(output, base)
  const page = await browser.newPage()
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
  const output = await build(`${SHOW}admin: main\n`)
  const { page, site, wrong, foreign } = await openForm(output, '/shows/low/', true)
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
  const output = await build(`${SHOW}admin: {branch: live}\n`)
  const { page, site, wrong } = await openForm(output, '/', false)
  await page.getByRole('button', { name: /Sign In with .*GitHub/ }).waitFor({ timeout: 30_000 })
  const config = readFileSync(path.join(output, 'admin/config.json'), 'utf8')
  assert.match(config, /"repo": "me\/low-tide",\s+"branch": "live"/)
  assert.deepEqual(wrong, [])
  await page.close()
  site.close()
})
