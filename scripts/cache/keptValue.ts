import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'

/** A value as bytes to keep, after a checksum of them. Takes what structured cloning takes. */
export function packValue(value: unknown): Buffer {
  const body = serialize(value)
  const head = Buffer.alloc(4)
  head.writeUInt32LE(crc32(body))
  return Buffer.concat([head, body])
}

/** A kept value; undefined where it was damaged, or another Node has written it. */
export function unpackValue<T>(bytes: Buffer): T | undefined {
  try {
    const body = bytes.subarray(4)
    return bytes.readUInt32LE() === crc32(body) ? (deserialize(body) as T) : undefined
  } catch {
    // Cut short.
    return undefined
  }
}
