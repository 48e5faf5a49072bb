import type { Show } from '../../scripts/model/show.ts'

/** Where the files of a repository are shown, for the hosts whose addresses are known. */
const VIEWS: readonly (readonly [host: RegExp, view: string])[] = [
  [/(^|\.)github\.com$/, 'blob/HEAD'],
  [/(^|\.)gitlab\.com$/, '-/blob/HEAD'],
  [/(^|\.)codeberg\.org$/, 'src/branch/HEAD'],
]

/** The page on which a file of the content folder can be mended; else the repository's own. */
export function correctionUrl({ repository }: Show, file: string): string | undefined {
  if (repository === undefined || !URL.canParse(repository)) return undefined
  const root = repository.replace(/\/+$/, '')
  const { hostname } = new URL(repository)
  const view = VIEWS.find(([host]) => host.test(hostname))?.[1]
  const path = file.split('/').map(encodeURIComponent).join('/')
  return view ? `${root}/${view}/content/${path}` : root
}
