import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScriptWord } from './script.ts'
import { fromPcm, pauses, RATE, resample, toLoudness, trimmed } from './sound.ts'
import type { Voice } from './voices.ts'

export interface TimedWord {
  readonly text: string
  /** Seconds. */
  readonly start: number
  readonly end: number
}

export interface Speech {
  readonly samples: Float32Array
  readonly words: readonly TimedWord[]
}

const folder = mkdtempSync(join(tmpdir(), 'speak-'))
process.on('exit', () => rmSync(folder, { recursive: true }))
const say = join(folder, 'say')
execFileSync('cc', ['-O2', '-o', say, join(import.meta.dirname, 'say.c'), '-lRHVoice'])

/** One sentence, without silence at its ends, and when each of its words is said. */
export function speak(words: readonly ScriptWord[], voice: Voice): Speech {
  const raw = voice.engine === 'rhvoice' ? speakRhvoice(words, voice) : speakPico(words, voice)
  const { samples, lead } = trimmed(resample(raw.samples, voice.speed))
  const length = samples.length / RATE
  const shift = (time: number) => Math.min(length, Math.max(0, time / voice.speed - lead))
  return {
    samples: toLoudness(samples),
    words: raw.words.map(word => ({ ...word, start: shift(word.start), end: shift(word.end) })),
  }
}

function speakRhvoice(words: readonly ScriptWord[], { voice, rate, pitch, speed }: Voice): Speech {
  const spoken = words.map(word => word.spoken)
  const args = [voice, String(rate / speed), String(pitch / speed)]
  const run = spawnSync(say, args, { input: spoken.join(' '), maxBuffer: 1 << 28 })
  if (run.status !== 0) throw new Error(run.stderr.toString())
  const events = run.stderr
    .toString()
    .trim()
    .split('\n')
    .map(line => line.split(' ').map(Number))
  let at = 0
  let before = 0
  const timed = words.map(({ written, spoken }) => {
    const inside = events.filter(
      ([offset = -1]) => offset >= at && offset < at + Buffer.byteLength(spoken),
    )
    at += Buffer.byteLength(spoken) + 1
    const start = inside.at(0)?.[2] ?? before
    before = inside.at(-1)?.[3] ?? start
    return { text: written, start: start / RATE, end: before / RATE }
  })
  return { samples: fromPcm(run.stdout), words: timed }
}

/** Pico says nothing about words: their times are worked out. */
function speakPico(words: readonly ScriptWord[], { voice, rate, pitch, speed }: Voice): Speech {
  const file = join(folder, 'pico.wav')
  const spoken = words.map(word => word.spoken)
  const level = (factor: number) => Math.round((factor / speed) * 100)
  const text = `<pitch level="${level(pitch)}"><speed level="${level(rate)}">${spoken.join(' ')}</speed></pitch>`
  execFileSync('pico2wave', ['-l', voice, '-w', file, text])
  const pcm = execFileSync('sox', [file, '-t', 'raw', '-r', String(RATE), '-'], {
    maxBuffer: 1 << 28,
  })
  const samples = fromPcm(pcm)
  return { samples, words: placed(words, samples) }
}

/** Words placed by their length, between the pauses that their commas make. */
function placed(words: readonly ScriptWord[], samples: Float32Array): TimedWord[] {
  const clauses: ScriptWord[][] = [[]]
  words.forEach((word, index) => {
    clauses.at(-1)?.push(word)
    if (/[,;:]$/u.test(word.spoken) && index < words.length - 1) clauses.push([])
  })
  const { samples: voiced, lead } = trimmed(samples)
  const gaps = pauses(voiced, clauses.length - 1)
  const known = gaps.length === clauses.length - 1
  const end = voiced.length / RATE
  const pieces = known ? clauses : [clauses.flat()]
  return pieces.flatMap((piece, index) => {
    const from = known ? (gaps[index - 1]?.end ?? 0) : 0
    const to = known ? (gaps[index]?.start ?? end) : end
    const letters = piece.reduce((sum, word) => sum + word.spoken.length + 1, 0)
    let time = lead + from
    return piece.map(({ written, spoken }) => {
      const start = time
      time += ((spoken.length + 1) / letters) * (to - from)
      return { text: written, start, end: time }
    })
  })
}

export function encodeMp3(samples: Float32Array, file: string, title: string): void {
  const input = ['-f', 's16le', '-ar', String(RATE), '-ac', '1', '-i', '-']
  const tags = [
    '-map_metadata',
    '-1',
    '-metadata',
    `title=${title}`,
    '-metadata',
    'artist=Sounds Ordinary',
  ]
  const output = ['-c:a', 'libmp3lame', '-b:a', '32k', '-fflags', '+bitexact', '-y', file]
  const pcm = Int16Array.from(samples, sample => Math.max(-1, Math.min(1, sample)) * 32767)
  execFileSync('ffmpeg', ['-v', 'error', ...input, ...tags, ...output], {
    input: Buffer.from(pcm.buffer),
  })
}
