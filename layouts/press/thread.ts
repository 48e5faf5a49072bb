import { parentPort, workerData } from 'node:worker_threads'
import type { TranscriptRecipe } from '../../scripts/content/transcriptRecipe.ts'
import type { Guest } from '../../scripts/model/show.ts'
import { Desk, type Finding, type Kept, type Order } from './desk.ts'

/** What a thread is told; it answers each but the first with a `Reply`. */
export type Task =
  | { readonly guests: readonly Guest[] }
  | { readonly read: readonly TranscriptRecipe[] }
  | { readonly print: TranscriptRecipe; readonly hash: string; readonly orders: readonly Order[] }

export type Reply =
  | { readonly findings: readonly Finding[] }
  | { readonly kept: readonly Kept[] }
  | { readonly error: ThrownElsewhere }

/** An error crosses to another thread without its code. */
export interface ThrownElsewhere {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  readonly code: unknown
}

/** What every thread is given when it starts. */
export interface Workplace {
  readonly content: string
  readonly cache: string
}

const { content, cache } = workerData as Workplace
const desk = new Desk(content, cache)
let guests: readonly Guest[] = []

parentPort?.on('message', (task: Task) => {
  const reply = carryOut(task)
  if (reply) parentPort?.postMessage(reply)
})

function carryOut(task: Task): Reply | undefined {
  try {
    if ('guests' in task) {
      guests = task.guests
      return undefined
    }
    if ('read' in task) return { findings: task.read.map(recipe => desk.read(recipe, guests)) }
    return { kept: desk.print(task.hash, task.print, guests, task.orders) }
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return { error: { name, message, stack, code } }
  }
}
