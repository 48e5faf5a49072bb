import type { Draft } from './draft.ts'
import type { TranscriptSource } from './format.ts'

/** Reads a transcript file of any known format, recognised by its content. */
export function readTranscript(source: TranscriptSource): Draft {
  return {
    format: 'unknown',
    pieces: [],
    problems: [
      {
        severity: 'error',
        code: 'unknown-format',
        file: source.file,
        message: 'Not written yet.',
        fix: '',
      },
    ],
  }
}
