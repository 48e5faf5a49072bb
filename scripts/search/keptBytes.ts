import { deserialize, serialize } from 'node:v8'
import { searchVersion } from './searchVersion.ts'

/** A value as it is kept for the next index. */
export function packKept(value: unknown): Buffer {
  return serialize([searchVersion(), value])
}

/** A kept value; undefined when other code has kept it. Throws when a part of it is missing. */
export function unpackKept<T>(bytes: Uint8Array): T | undefined {
  const [version, value] = deserialize(bytes) as [string, T]
  return version === searchVersion() ? value : undefined
}
