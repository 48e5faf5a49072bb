import { workerData } from 'node:worker_threads'
import { SiteFolder } from '../../scripts/cache/siteFolder.ts'
import type { TranscriptRecipe } from '../../scripts/content/transcriptRecipe.ts'
import type { Guest } from '../../scripts/model/show.ts'
import { carryOut } from '../../scripts/threads/carryOut.ts'
import { Desk, type Finding, type Kept, type Order } from './desk.ts'

/** What a thread is told; it answers each but the first. */
export type Task =
  | { readonly guests: readonly Guest[] }
  | { readonly read: readonly TranscriptRecipe[] }
  | { readonly print: TranscriptRecipe; readonly hash: string; readonly orders: readonly Order[] }

export type Answer = { readonly findings: readonly Finding[] } | { readonly kept: readonly Kept[] }

/** What every thread is given when it starts. */
export interface Workplace {
  readonly content: string
  readonly cache: string
  /** The folder of the site. */
  readonly site: string
}

const { content, cache, site } = workerData as Workplace
const desk = new Desk(content, cache, new SiteFolder(site))
let guests: readonly Guest[] = []

carryOut((task: Task): Answer | undefined => {
  if ('guests' in task) {
    guests = task.guests
    return undefined
  }
  if ('read' in task) return { findings: task.read.map(recipe => desk.read(recipe, guests)) }
  return { kept: desk.print(task.hash, task.print, guests, task.orders) }
})
