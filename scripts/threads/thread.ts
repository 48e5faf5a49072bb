import type { Worker, WorkerOptions } from 'node:worker_threads'
import type { Reply, ThrownElsewhere } from './carryOut.ts'
import { startThread } from './startThread.ts'

/** Megabytes for what is thrown away at once: most of what a thread makes of a text is. */
const ROOM = { maxYoungGenerationSizeMb: 96 }

/** One thread that does what it is told, in the order it is told. */
export class Thread<Task, Answer> {
  readonly #worker: Worker
  /** Who waits for the answer to each task that was given and is not done. */
  readonly #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void }[] = []

  /** @param module its file, from the project's folder, which calls `carryOut` */
  constructor(module: string, options: WorkerOptions = {}) {
    this.#worker = startThread(module, { ...options, resourceLimits: ROOM })
    this.#worker.on('message', (reply: Reply<Answer>) => {
      const next = this.#waiting.shift()
      if ('error' in reply) next?.reject(thrownAgain(reply.error))
      else next?.resolve(reply.answer)
    })
    this.#worker.on('error', error => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('A thread of the build ended too soon')))
  }

  /** Tasks that are not done yet. */
  get busy(): number {
    return this.#waiting.length
  }

  /** Tells something that needs no answer. */
  tell(task: Task): void {
    this.#worker.postMessage(task)
  }

  ask(task: Task): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.tell(task)
    })
  }

  /** Ends it, whatever it is doing. */
  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }
}

function thrownAgain({ name, message, stack, code }: ThrownElsewhere): Error {
  return Object.assign(new Error(message), { name, ...(stack && { stack }), code })
}
