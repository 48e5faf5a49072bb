import { RATE } from './sound.ts'

/** The sounds the show is about, made of sines and noise; a script writes them as `[the pips]`. */
export const NOISES: Readonly<Record<string, () => Float32Array>> = {
  'the pips': () => pips(6),
  foghorn,
  'two strings, beating': () =>
    over(2.6, t => fade(t, 2.6) * 0.16 * (string(440, t) + string(442, t))),
  'two strings, in tune': () => over(1.8, t => fade(t, 1.8) * 0.32 * string(440, t)),
  'telephone key 5': () => dual(770, 1336, 0.35),
  'dial tone': () => dual(350, 440, 1.4),
  'a very small tune on telephone keys': () =>
    joined(
      [3, 2, 1, 2, 3, 3, 3].map(key => {
        const column = [1209, 1336, 1477][key - 1] ?? 0
        return joined([dual(697, column, 0.24), new Float32Array(RATE * 0.08)])
      }),
    ),
  'station chime': () => bells([659.3, 523.3, 587.3, 392], 0.42),
  blackbird: bird,
  'silbo gomero': () => whistle([1500, 2300, 1700, 1700, 2600, 1400], 1.8),
  'kettle singing': kettle,
  bell: () => strike(165, 3.2),
  'a small bell': () => strike(1568, 0.9),
  'a machine winding down': windDown,
  'three bells, ringing rounds': () => bells([659.3, 587.3, 523.3, 659.3, 587.3, 523.3], 0.38),
  'room tone': () => hum(5),
  'a line going click': () => over(0.15, t => Math.exp(-t * 60) * 0.5 * noise(t)),
  'three strokes': () =>
    joined([0, 1, 2].map(() => over(1, t => (t < 0.1 ? 0.3 * sine(1000, t) : 0)))),
}

const sine = (hertz: number, t: number) => Math.sin(2 * Math.PI * hertz * t)
const string = (hertz: number, t: number) =>
  sine(hertz, t) * 0.7 + sine(hertz * 2, t) * 0.25 + sine(hertz * 3, t) * 0.1
const fade = (t: number, length: number) =>
  Math.min(1, t / 0.01) * Math.exp(-t * 0.7) * Math.min(1, (length - t) / 0.1)

/** The same noise on every run. */
const noise = (t: number) => {
  const x = Math.sin(t * 12_989.8 * 78.233) * 43_758.5453
  return 2 * (x - Math.floor(x)) - 1
}

function over(seconds: number, wave: (t: number) => number): Float32Array {
  return Float32Array.from({ length: Math.round(seconds * RATE) }, (_, i) => wave(i / RATE))
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Five short pips and a long one, a second apart, at 1 kHz: the hour begins with the last one's start. */
function pips(count: number): Float32Array {
  return over(count - 1 + 0.5, t => {
    const index = Math.floor(t)
    const length = index === count - 1 ? 0.5 : 0.1
    return t - index < length ? 0.35 * sine(1000, t) : 0
  })
}

/** A diaphone: a long low note and, when the air runs out, the grunt. */
function foghorn(): Float32Array {
  let low = 0
  let phase = 0
  return over(4.2, t => {
    const hertz = t < 3.2 ? 140 : 140 - Math.min(1, (t - 3.2) / 0.35) * 65
    phase += hertz / RATE
    const reed = 2 * (phase - Math.floor(phase)) - 1 + 0.15 * noise(t)
    low += 0.12 * (reed - low)
    return 0.6 * low * Math.min(1, t / 0.25) * Math.min(1, Math.max(0, (4.2 - t) / 0.4))
  })
}

/** Every telephone key is two notes at once: its row and its column. */
function dual(row: number, column: number, seconds: number): Float32Array {
  return over(
    seconds,
    t => 0.18 * (sine(row, t) + sine(column, t)) * Math.min(1, t / 0.005, (seconds - t) / 0.005),
  )
}

function strike(hertz: number, seconds: number): Float32Array {
  const partials = [
    [0.5, 0.3, 0.5],
    [1, 0.5, 1],
    [1.2, 0.45, 1.3],
    [1.5, 0.3, 1.8],
    [2, 0.5, 2],
    [2.66, 0.2, 4],
  ]
  return over(seconds, t => {
    const sum = partials.reduce(
      (all, [ratio = 1, loud = 0, decay = 1]) =>
        all + loud * Math.exp(-t * decay) * sine(hertz * ratio, t),
      0,
    )
    return 0.3 * sum * Math.min(1, t / 0.003, (seconds - t) / 0.2)
  })
}

function bells(notes: readonly number[], step: number): Float32Array {
  const all = new Float32Array(Math.round((notes.length * step + 1.2) * RATE))
  notes.forEach((note, index) => {
    const from = Math.round(index * step * RATE)
    strike(note, 1.5).forEach((sample, i) => {
      if (from + i < all.length) all[from + i] = (all[from + i] ?? 0) + sample * 0.7
    })
  })
  return all
}

/** One gliding note through these pitches. */
function whistle(pitches: readonly number[], seconds: number): Float32Array {
  let phase = 0
  return over(seconds, t => {
    const at = (t / seconds) * (pitches.length - 1)
    const left = Math.floor(at)
    const a = pitches[left] ?? 0
    phase += (a + ((pitches[left + 1] ?? a) - a) * (at - left)) / RATE
    return 0.28 * Math.sin(2 * Math.PI * phase) * Math.min(1, t / 0.05, (seconds - t) / 0.08)
  })
}

function bird(): Float32Array {
  const rest = new Float32Array(RATE * 0.22)
  return joined([
    whistle([1900, 2300, 2100, 1700], 0.5),
    rest.slice(0, 2000),
    whistle([2600, 2200, 2500], 0.3),
    rest,
    whistle([1800, 1800, 2400, 2000], 0.55),
    rest.slice(0, 1500),
    whistle([5200, 6100, 4900, 6300, 5600], 0.25),
  ])
}

/** The rumble of collapsing bubbles, then the note. */
function kettle(): Float32Array {
  let phase = 0
  let low = 0
  return over(4, t => {
    low += 0.08 * (noise(t) - low)
    phase += (1900 + 500 * Math.min(1, t / 3)) / RATE
    const note = Math.max(0, t - 1.2) / 2.8
    return (
      (0.5 * low + 0.16 * note * Math.sin(2 * Math.PI * phase)) *
      Math.min(1, t / 0.3, (4 - t) / 0.15)
    )
  })
}

function hum(seconds: number): Float32Array {
  let low = 0
  return over(seconds, t => {
    low += 0.03 * (noise(t) - low)
    return (0.12 * low + 0.006 * sine(100, t)) * Math.min(1, t / 0.4, (seconds - t) / 0.4)
  })
}

/** A fan that stops: the note sinks, then the hiss goes, then the room is there. */
function windDown(): Float32Array {
  let phase = 0
  let low = 0
  return over(3.5, t => {
    const left = Math.exp(-t * 0.9)
    phase += (30 + 190 * left) / RATE
    low += 0.1 * (noise(t) - low)
    const motor = 2 * (phase - Math.floor(phase)) - 1
    return left * (0.12 * motor + 0.5 * low) * Math.min(1, t / 0.2, (3.5 - t) / 0.3)
  })
}
