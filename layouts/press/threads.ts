import type { Worker } from 'node:worker_threads'
import { startThread } from '../../scripts/cache/startThread.ts'
import type { Reply, Task, ThrownElsewhere, Workplace } from './thread.ts'

/** One thread that does what it is told, in the order it is told. */
export class Thread {
  readonly #worker: Worker
  /** Who waits for the answer to each task that was given and is not done. */
  readonly #waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void }[] = []

  constructor(place: Workplace) {
    this.#worker = startThread('layouts/press/thread.ts', {
      workerData: place,
      resourceLimits: ROOM,
    })
    this.#worker.on('message', (reply: Reply) => {
      const next = this.#waiting.shift()
      if ('error' in reply) next?.reject(thrownAgain(reply.error))
      else next?.resolve(reply)
    })
    this.#worker.on('error', error => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('A thread of the build ended too soon')))
  }

  /** Tasks that are not done yet. */
  get busy(): number {
    return this.#waiting.length
  }

  tell(task: Task): void {
    this.#worker.postMessage(task)
  }

  ask(task: Task): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.tell(task)
    })
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }
}

/** Megabytes for what is thrown away at once: a transcript's texts are, and most live no longer. */
const ROOM = { maxYoungGenerationSizeMb: 96 }

function thrownAgain({ name, message, stack, code }: ThrownElsewhere): Error {
  return Object.assign(new Error(message), { name, ...(stack && { stack }), code })
}
