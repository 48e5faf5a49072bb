/** Whole numbers as seven bits a byte, lowest first, the high bit meaning that more follows. */
export class ByteWriter {
  private bytes: Uint8Array
  private length = 0

  /** @param capacity bytes that are likely to be written; it grows when there are more */
  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity)
  }

  number(value: number): void {
    this.reserve(8)
    let rest = value
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80
      rest = Math.floor(rest / 128)
    }
    this.bytes[this.length++] = rest
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  /** Its length in bytes, and its UTF-8. */
  text(text: string): void {
    if (!/^[\x20-\x7e]*$/.test(text)) {
      const bytes = new TextEncoder().encode(text)
      this.number(bytes.length)
      this.raw(bytes)
      return
    }
    // Nearly all words are ASCII, and asking the encoder takes ten times as long.
    this.number(text.length)
    this.reserve(text.length)
    for (let at = 0; at < text.length; at++) this.bytes[this.length++] = text.charCodeAt(at)
  }

  get size(): number {
    return this.length
  }

  /** What was written. Nothing can be written after it. */
  finish(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const bigger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    bigger.set(this.bytes)
    this.bytes = bigger
  }
}

export class ByteReader {
  private readonly bytes: Uint8Array
  position = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  number(): number {
    const { bytes } = this
    let value = 0
    let scale = 1
    while (true) {
      const byte = bytes[this.position++]
      if (byte === undefined) throw new Error('The search index ends in the middle of a number')
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 128
    }
  }

  raw(length: number): Uint8Array {
    const from = this.position
    this.position += length
    return this.bytes.subarray(from, this.position)
  }

  get done(): boolean {
    return this.position >= this.bytes.length
  }
}
