import { createHash } from 'node:crypto'

/** The namespace of all podcasts, fixed by the Podcasting 2.0 `guid` tag. */
const PODCASTS = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6'

/**
 * A show's identity across apps: the UUIDv5 of its feed's URL without scheme and trailing slashes.
 * https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md
 */
export function podcastGuid(feedUrl: string): string {
  const name = feedUrl.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, '')
  const hash = createHash('sha1')
    .update(Buffer.from(PODCASTS.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16)
  // RFC 9562, 5.5: version 5 and the variant are written over the hash.
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
