/**
 * Writes a text's UTF-16 units into an array, which is read far faster than a string. Every machine
 * that this runs on has the low byte first.
 */
export function writeUnits(text: string, into: Uint16Array): void {
  Buffer.from(into.buffer, into.byteOffset, into.byteLength).write(text, 'utf16le')
}

/** An array of at least this length that begins alike. */
export function widened<Numbers extends Uint16Array | Uint32Array | Float64Array>(
  array: Numbers,
  length: number,
): Numbers {
  if (length <= array.length) return array
  const Kind = array.constructor as new (length: number) => Numbers
  const wider = new Kind(Math.max(length, array.length * 2, 1 << 10))
  wider.set(array)
  return wider
}
