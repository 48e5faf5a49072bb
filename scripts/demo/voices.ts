/** How one person of the demo show is spoken. */
export interface Voice {
  readonly name: string
  readonly engine: 'rhvoice' | 'pico'
  /** An RHVoice profile, or the language of a Pico voice. */
  readonly voice: string
  readonly rate: number
  readonly pitch: number
  /** Played faster or slower than spoken: moves the formants, so that one voice serves two people. */
  readonly speed: number
}

const person = (
  name: string,
  engine: Voice['engine'],
  voice: string,
  { rate = 1, pitch = 1, speed = 1 } = {},
): Voice => ({ name, engine, voice, rate, pitch, speed })

/** By the name a script calls them. */
export const VOICES: Readonly<Record<string, Voice>> = {
  Marnie: person('Marnie Quill', 'rhvoice', 'slt', { rate: 1.03, pitch: 1.04 }),
  Idris: person('Idris Vane', 'rhvoice', 'alan', { rate: 1.01 }),
  Hester: person('Hester Amblin', 'pico', 'en-GB', { rate: 1.02 }),
  Anselm: person('Anselm Ferro', 'rhvoice', 'bdl', { rate: 0.99, pitch: 0.96 }),
  Joan: person('Joan Pettifer', 'rhvoice', 'clb', { rate: 1.08, pitch: 0.92, speed: 0.93 }),
  Dell: person('Dell Okonjo', 'rhvoice', 'bdl', { rate: 1.0, pitch: 1.12, speed: 1.09 }),
  Petra: person('Petra Voss-Lindgren', 'pico', 'en-US', { pitch: 1.02 }),
  Piet: person('Piet Hallam', 'rhvoice', 'alan', { rate: 1.05, pitch: 0.9, speed: 0.9 }),
  Sunniva: person('Sunniva Rao', 'rhvoice', 'clb', { rate: 1.02, pitch: 1.06, speed: 1.06 }),
  Bertie: person('Bertie Nwosu', 'rhvoice', 'bdl', { rate: 1.14, pitch: 0.9, speed: 0.9 }),
  Candela: person('Candela Brito', 'pico', 'es-ES'),
  Eusebio: person('Eusebio Armas', 'pico', 'es-ES', { rate: 1.1, speed: 0.8 }),
}
