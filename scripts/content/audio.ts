import { statSync } from 'node:fs'
import path from 'node:path'
import { codeVersion } from '../cache/codeVersion.ts'
import type { JsonCache } from '../cache/jsonCache.ts'
import type { Problem } from '../model/problem.ts'
import { round, type Seconds } from '../model/time.ts'
import type { Folder } from './folder.ts'
import * as problems from './problems.ts'
import { isMostlySilent } from './soundFile.ts'

const TYPES: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/x-m4a',
  mp4: 'video/mp4',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  wav: 'audio/wav',
}

/** MIME type of an audio file or address by its ending; MP3 when it says nothing. */
export function audioType(address: string): string {
  const ending = /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(address)?.[1]?.toLowerCase() ?? ''
  return TYPES[ending] ?? 'audio/mpeg'
}

/** What an audio file says of itself. */
interface Heard {
  readonly duration?: Seconds
  readonly problems: readonly Problem[]
}

/** How long a local audio file is; one that looks as at an earlier reading is not read again. */
export async function durationOf(
  folder: Pick<Folder, 'root'>,
  file: string,
  place: { readonly file: string },
  cache: JsonCache,
): Promise<Heard> {
  const { size, mtimeMs, ctimeMs } = statSync(path.join(folder.root, file))
  const key = JSON.stringify(['audio', codeVersion(), file, place.file, size, mtimeMs, ctimeMs])
  const heard = cache.find<Heard>(key) ?? (await readDuration(folder, file, place))
  cache.put(key, heard)
  return heard
}

/** Reads how long a local audio file is. A file that can't be read is a problem, not a failure. */
export async function readDuration(
  folder: Pick<Folder, 'root'>,
  file: string,
  place: { readonly file: string },
): Promise<Heard> {
  // Loaded when there is something to hear: most shows have their audio elsewhere.
  const { parseFile } = await import('music-metadata')
  const absolute = path.join(folder.root, file)
  try {
    if (isMostlySilent(absolute)) {
      return { problems: [problems.badAudio(place, file, 'most of it is no sound')] }
    }
    const { format } = await parseFile(absolute, {
      duration: true,
      skipCovers: true,
    })
    if (format.duration && format.duration > 0)
      return { duration: round(format.duration), problems: [] }
    return { problems: [problems.badAudio(place, file, 'it holds no sound')] }
  } catch (error) {
    // music-metadata throws for what is no audio; the editor should hear which file it was.
    const reason = error instanceof Error ? error.message : String(error)
    return { problems: [problems.badAudio(place, file, reason.replace(/\.$/, ''))] }
  }
}
