import type { Place } from '../model/problem.ts'
import type { Image } from '../model/show.ts'
import type { Findings } from './findings.ts'
import type { Folder } from './folder.ts'
import { isWebAddress } from './kinds.ts'
import * as problems from './problems.ts'

/** A picture as the front matter has it: an address or a path, and its description. */
export interface ImageValue {
  readonly src?: string | undefined
  readonly alt?: string | undefined
}

/**
 * Finds a picture. Without a description `alt` stands in; a picture that has neither is a problem,
 * because some readers would get nothing.
 */
export function readImage(
  value: ImageValue | undefined,
  place: Place,
  folder: Folder,
  findings: Findings,
  alt?: string,
): Image | undefined {
  if (!value?.src) return undefined
  const said = value.alt ?? alt
  if (said === undefined) findings.add(problems.missingAlt(place, value.src))
  if (isWebAddress(value.src)) return { src: value.src, alt: said ?? '' }
  const file = findings.find(folder, place, value.src)
  return file === undefined ? undefined : { src: findings.publish(file), alt: said ?? '', file }
}
