import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fixturesOf, holdPage, holdShow, holdTranscript, mutate, seeded } from '../tests/fuzzing.ts'
import { ROOT } from '../tests/site.ts'
import type { BenchContext } from './bench.ts'
import type { Measurement } from './measure.ts'

/** Changes to transcripts, pages and shows until `seconds` are over; what breaks a reader is kept. */
export async function benchFuzz(
  context: BenchContext,
  seconds: number,
  seed: number,
): Promise<Measurement[]> {
  const transcripts = fixturesOf('scripts/transcript/fixtures')
  const pages = fixturesOf('tests/fixtures/hostile/episodes').filter(it => it.file.endsWith('.md'))
  const random = seeded(seed)
  const broken = new Set<string>()
  const slowest = { ms: 0, file: '' }
  let rounds = 0
  const hold = async (file: string, text: string, check: () => unknown) => {
    const begun = performance.now()
    try {
      await check()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (!broken.has(reason)) {
        broken.add(reason)
        const kept = path.join(context.folder, `..`, `verbatim-fuzz-${broken.size}-${file}`)
        writeFileSync(kept, text)
        context.print(`  ${file} breaks: ${reason}; the text is in ${path.resolve(kept)}`)
      }
    }
    const ms = performance.now() - begun
    if (ms > slowest.ms) Object.assign(slowest, { ms, file })
    rounds++
  }
  const work = path.join(context.folder, 'fuzz')
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
    for (const { file, text } of transcripts) {
      const changed = mutate(text, random)
      await hold(file, changed, () => holdTranscript(file, changed))
    }
    for (const { file, text } of pages) {
      const changed = mutate(text, random)
      await hold(file, changed, () => holdPage(file, changed))
    }
    for (const show of ['harbour', 'hostile']) {
      const source = path.join(ROOT, 'tests/fixtures', show)
      await hold(show, `${show}, seed ${seed}, round ${rounds}`, () =>
        holdShow(source, work, random),
      )
    }
  }
  return [
    { name: 'fuzzing, rounds', unit: 'rounds', values: [rounds], note: `seed ${seed}` },
    {
      name: 'fuzzing, ways to break a reader',
      unit: 'rounds',
      values: [broken.size],
      budget: 0,
    },
    { name: 'fuzzing, slowest text', unit: 'ms', values: [slowest.ms], note: slowest.file },
  ]
}
