import type { Address } from '../model/address.ts'
import type { Place } from '../model/problem.ts'
import type { Image } from '../model/show.ts'
import type { Findings } from './findings.ts'
import type { Folder } from './folder.ts'
import { isOpen, mediaAddressOf } from './kinds.ts'
import { pictureFault } from './pictureFile.ts'
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
  const elsewhere = mediaAddressOf(value.src)
  if (elsewhere !== undefined && isOpen(elsewhere)) {
    findings.add(problems.openMedia(place, elsewhere))
  }
  if (elsewhere !== undefined) return { src: elsewhere, alt: said ?? '' }
  const file = findings.find(folder, place, value.src)
  const src = file === undefined ? undefined : publishPicture(file, place, folder, findings)
  return file === undefined || src === undefined ? undefined : { src, alt: said ?? '', file }
}

/** Publishes a picture and returns where; undefined, after a problem, for what can't be shown. */
export function publishPicture(
  file: string,
  place: Place,
  folder: Folder,
  findings: Findings,
): Address | undefined {
  const address = findings.publish(folder, place, file)
  const fault = address && pictureFault(folder, file)
  if (fault === undefined) return address
  findings.add(problems.notAPicture(place, file, fault))
  findings.withdraw(file)
  return undefined
}
