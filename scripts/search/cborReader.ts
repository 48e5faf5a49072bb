/**
 * Reads the few kinds of CBOR (RFC 8949) that Pagefind writes: numbers, strings and arrays. Values
 * are read one by one, because a show has millions of them.
 */
export class CborReader {
  private readonly bytes: Buffer
  private position = 0

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  /** Reads an array; `each` has to read the one item whose index it is given. */
  list(each: (index: number) => void): void {
    const head = this.head(4)
    if ((head & 31) === 31) {
      for (let index = 0; this.bytes[this.position] !== 0xff; index++) each(index)
      this.position++
      return
    }
    const length = this.argument(head)
    for (let index = 0; index < length; index++) each(index)
  }

  number(): number {
    const head = this.next()
    if (head < 0x20) return this.argument(head)
    if (head < 0x40) return -1 - this.argument(head)
    throw new Error(`Pagefind's index has something else than a number (${head})`)
  }

  text(): string {
    const length = this.argument(this.head(3))
    this.position += length
    return this.bytes.toString('utf8', this.position - length, this.position)
  }

  skip(): void {
    const kind = (this.bytes[this.position] ?? 0) >> 5
    if (kind === 4) this.list(() => this.skip())
    else if (kind === 3) this.text()
    else this.number()
  }

  private head(kind: number): number {
    const head = this.next()
    if (head >> 5 === kind) return head
    throw new Error(`Pagefind's index has something unexpected (${head} for ${kind})`)
  }

  private next(): number {
    const head = this.bytes[this.position++]
    if (head === undefined) throw new Error("Pagefind's index ends too soon")
    return head
  }

  private argument(head: number): number {
    const low = head & 31
    if (low < 24) return low
    const size = 1 << (low - 24)
    if (size > 4) throw new Error(`Pagefind's index holds a number of ${size} bytes`)
    this.position += size
    return this.bytes.readUIntBE(this.position - size, size)
  }
}
