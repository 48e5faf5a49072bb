/**
 * Does the same with every item, a few at a time, and gives what came of them in their order. What
 * has begun is finished before an error is passed on.
 */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async () => {
    try {
      while (next < items.length) {
        const at = next++
        results[at] = await work(items[at] as T, at)
      }
    } finally {
      // After the last, or after an error: nobody begins anything more.
      next = items.length
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane))
  for (const end of ended) if (end.status === 'rejected') throw end.reason
  return results
}
