import { versionOf } from '../cache/codeVersion.ts'

/**
 * A name for the code that makes an index. Not the one of the whole house: whoever changes a colour
 * shouldn't have two thousand episodes indexed anew.
 */
export function searchVersion(): string {
  return versionOf('scripts/model', 'scripts/search')
}
