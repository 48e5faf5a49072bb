import { packValue, unpackValue } from '../cache/keptValue.ts'
import { searchVersion } from './searchVersion.ts'

/** A value as it is kept for the next index. */
export function packKept(value: unknown): Buffer {
  return packValue([searchVersion(), value])
}

/** A kept value; undefined when other code has kept it, or it was damaged. */
export function unpackKept<T>(bytes: Buffer): T | undefined {
  const [version, value] = unpackValue<[string, T]>(bytes) ?? []
  return version === searchVersion() ? value : undefined
}
