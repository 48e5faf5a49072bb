/** Remembers the last few values that were made, by their keys: those that are used together. */
export class LastFew<Value> {
  readonly #few: number
  readonly #values = new Map<string, Value>()

  constructor(few: number) {
    this.#few = few
  }

  get(key: string, make: () => Value): Value {
    const known = this.#values.get(key)
    if (known !== undefined) return known
    const value = make()
    this.#values.set(key, value)
    const [oldest] = this.#values.keys()
    if (this.#values.size > this.#few && oldest !== undefined) this.#values.delete(oldest)
    return value
  }
}
