/** Whole numbers as seven bits a byte, lowest first, the high bit meaning that more follows. */
export class ByteWriter {
  private bytes = new Uint8Array(1024)
  private length = 0

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

  get size(): number {
    return this.length
  }

  /** A copy of what was written; the writer starts again with nothing. */
  finish(): Uint8Array {
    const written = this.bytes.slice(0, this.length)
    this.length = 0
    return written
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
