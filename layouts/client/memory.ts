/** What a reader's own browser remembers: the place in each episode, the speed, the following. */
const PREFIX = 'verbatim:'

export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + key) ?? undefined
  } catch {
    // Storage is switched off: then nothing is remembered, and all else works.
    return undefined
  }
}

export function remember(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, value)
  } catch {
    // As above; a full storage is no reason to stop the music.
  }
}
