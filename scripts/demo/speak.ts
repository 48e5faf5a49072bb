import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readScript } from './script.ts'
import { RATE } from './sound.ts'
import { encodeMp3 } from './speech.ts'
import { record, translated } from './timeline.ts'
import { WRITERS } from './transcripts.ts'
import { VOICES } from './voices.ts'

const scripts = join(import.meta.dirname, 'scripts')
const episodes = join(import.meta.dirname, '../../content/episodes')
const wanted = process.argv.slice(2)

for (const file of readdirSync(scripts).sort()) {
  const slug = file.replace(/\.txt$/u, '')
  if (wanted.length > 0 && !wanted.includes(slug)) continue
  make(slug)
}

/** The audio of one script, and its transcript and chapters where its head asks for them. */
function make(slug: string): void {
  const script = readScript(readFileSync(join(scripts, `${slug}.txt`), 'utf8'))
  const { head, translation } = script
  const { turns, chapters, samples } = record(script)
  const stem = join(episodes, head['stem'] ?? slug)
  const labels = readLabels(head['labels'] ?? 'full')
  const label = (speaker: string) => labels.get(speaker) ?? VOICES[speaker]?.name ?? speaker

  if (head['audio'] !== 'none') encodeMp3(samples, `${stem}.mp3`, head['title'] ?? slug)
  const write = WRITERS[head['format'] ?? '']
  if (write !== undefined)
    writeFileSync(join(episodes, head['transcript'] ?? ''), write(turns, label))
  else if (head['format'] !== 'none')
    throw new Error(`${slug}: no format is called ${head['format']}`)
  if (write !== undefined && head['translation'] !== undefined) {
    writeFileSync(join(episodes, head['translation']), write(translated(turns, translation), label))
  }
  if (head['chapters'] === 'json') writeChapters(`${stem}.chapters.json`, chapters)

  const words = turns
    .flatMap(turn => turn.parts)
    .reduce((n, part) => n + (part.type === 'sentence' ? part.words.length : 0), 0)
  console.log(`${slug}: ${(samples.length / RATE).toFixed(1)} s, ${words} words`)
  for (const { start, title } of chapters) console.log(`  ${start.toFixed(1)}  ${title}`)
  if (!existsSync(`${stem}.md`)) console.log(`  no ${stem}.md yet`)
}

/** `first`, `full`, or `Marnie=SPEAKER_00, Idris=SPEAKER_01`. */
function readLabels(value: string): ReadonlyMap<string, string> {
  if (value === 'full') return new Map()
  if (value === 'first') return new Map(Object.keys(VOICES).map(key => [key, key]))
  return new Map(
    value.split(', ').map(pair => {
      const [speaker = '', label = ''] = pair.split('=')
      return [speaker, label]
    }),
  )
}

function writeChapters(file: string, chapters: readonly { start: number; title: string }[]): void {
  const list = chapters.map(({ start, title }) => ({ startTime: Number(start.toFixed(1)), title }))
  writeFileSync(file, `${JSON.stringify({ version: '1.2.0', chapters: list }, undefined, 2)}\n`)
}
