import type { Load } from '../../scripts/search/searchIndex.ts'

/** Loads files of the search index. They are gzipped, because not every host does that. */
export function loadFrom(folder: string): Load {
  return async name => {
    // The manifest names all other files by their content; only it can grow old.
    const cache = name === 'manifest.bin' ? 'no-cache' : 'default'
    const response = await fetch(folder + name, { cache })
    if (response.status === 404) return undefined
    if (!response.ok || !response.body) {
      throw new Error(`${response.status} ${response.statusText} for ${name}`)
    }
    const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'))
    return new Uint8Array(await new Response(unpacked).arrayBuffer())
  }
}
