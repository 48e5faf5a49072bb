/** Samples a second, everywhere. */
export const RATE = 24_000

/** Below this a sample counts as silence. */
const SILENCE = 0.012

export function fromPcm(bytes: Buffer): Float32Array {
  const samples = new Float32Array(Math.floor(bytes.length / 2))
  for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(i * 2) / 32768
  return samples
}

/** Played `speed` times as fast, pitch and formants with it. */
export function resample(samples: Float32Array, speed: number): Float32Array {
  if (speed === 1) return samples
  return Float32Array.from({ length: Math.floor(samples.length / speed) }, (_, i) => {
    const at = i * speed
    const left = Math.floor(at)
    const a = samples[left] ?? 0
    const b = samples[left + 1] ?? a
    return a + (b - a) * (at - left)
  })
}

/** Without the silence at both ends; `lead` says how many seconds the front lost. */
export function trimmed(samples: Float32Array): { samples: Float32Array; lead: number } {
  const loud = (sample: number) => Math.abs(sample) > SILENCE
  const margin = RATE * 0.02
  const from = Math.max(0, samples.findIndex(loud) - margin)
  const to = Math.min(samples.length, samples.findLastIndex(loud) + margin * 2)
  return { samples: samples.slice(from, to), lead: from / RATE }
}

/** The `count` longest silences inside a sentence, in order, in seconds: where its commas are. */
export function pauses(samples: Float32Array, count: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let quietSince = 0
  for (let i = 0; i <= samples.length; i++) {
    if (i < samples.length && Math.abs(samples[i] ?? 0) <= SILENCE) continue
    // Shorter ones belong to consonants.
    if (quietSince > 0 && i - quietSince > RATE * 0.06 && i < samples.length) {
      found.push({ start: quietSince / RATE, end: i / RATE })
    }
    quietSince = i + 1
  }
  return found
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .slice(0, count)
    .sort((a, b) => a.start - b.start)
}

/** Every voice equally loud, whatever engine it came from. */
export function toLoudness(samples: Float32Array): Float32Array {
  const voiced = samples.filter(sample => Math.abs(sample) > SILENCE)
  const power = voiced.reduce((sum, sample) => sum + sample * sample, 0) / voiced.length
  const gain = 0.165 / Math.sqrt(power)
  return samples.map(sample => Math.tanh(sample * gain))
}

/** Lays sounds over one another on one track. */
export class Track {
  private samples = new Float32Array(RATE * 60)
  private end = 0

  add(sound: Float32Array, seconds: number): void {
    const from = Math.round(seconds * RATE)
    this.end = Math.max(this.end, from + sound.length)
    if (this.end > this.samples.length) {
      const longer = new Float32Array(this.end * 2)
      longer.set(this.samples)
      this.samples = longer
    }
    for (let i = 0; i < sound.length; i++) {
      this.samples[from + i] = (this.samples[from + i] ?? 0) + (sound[i] ?? 0)
    }
  }

  /** All of it, and a breath of silence. */
  finish(): Float32Array {
    return this.samples.slice(0, this.end + RATE * 0.4)
  }
}
