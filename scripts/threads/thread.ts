import type { Worker, WorkerOptions } from 'node:worker_threads'
import type { Reply, Sent, ThrownElsewhere } from './carryOut.ts'
import { startThread } from './startThread.ts'

/** Megabytes for what is thrown away at once: most of what a thread makes of a text is. */
const ROOM = { maxYoungGenerationSizeMb: 96 }

/** One thread that does what it is told. */
export class Thread<Task, Answer> {
  readonly #worker: Worker
  /** Who waits for the answer to each task that was given and is not done. */
  readonly #waiting = new Map<
    number,
    { resolve: (answer: Answer) => void; reject: (error: Error) => void }
  >()
  #given = 0
  /** Why it can't be asked any more. */
  #over: Error | undefined

  /** @param module its file, from the project's folder, which calls `carryOut` */
  constructor(module: string, options: WorkerOptions = {}) {
    this.#worker = startThread(module, { ...options, resourceLimits: ROOM })
    this.#worker.on('message', (reply: Reply<Answer>) => {
      // What was only told has failed: all that was asked may come out wrong.
      if (reply.number === 0 && 'error' in reply) this.#fail(thrownAgain(reply.error))
      const asked = this.#waiting.get(reply.number)
      this.#waiting.delete(reply.number)
      if ('error' in reply) asked?.reject(thrownAgain(reply.error))
      else asked?.resolve(reply.answer)
    })
    this.#worker.on('error', error => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('A thread of the build ended too soon')))
  }

  /** Tasks that are not done yet. */
  get busy(): number {
    return this.#waiting.size
  }

  /** Tells something that needs no answer. */
  tell(task: Task): void {
    this.#worker.postMessage({ task } satisfies Sent<Task>)
  }

  ask(task: Task): Promise<Answer> {
    this.#given += 1
    const number = this.#given
    return new Promise((resolve, reject) => {
      if (this.#over) return reject(this.#over)
      this.#waiting.set(number, { resolve, reject })
      this.#worker.postMessage({ task, number } satisfies Sent<Task>)
    })
  }

  /** Ends it, whatever it is doing. */
  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #fail(error: Error): void {
    this.#over ??= error
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(error)
  }
}

function thrownAgain({ name, message, stack, code }: ThrownElsewhere): Error {
  return Object.assign(new Error(message), { name, ...(stack && { stack }), code })
}
