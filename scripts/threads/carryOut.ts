import { parentPort } from 'node:worker_threads'

/** What a thread answers to a task. */
export type Reply<Answer> = { readonly answer: Answer } | { readonly error: ThrownElsewhere }

/** An error crosses to another thread without its code. */
export interface ThrownElsewhere {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  readonly code: unknown
}

/** Has this thread do what it is told; the counterpart of `Thread`. */
export function carryOut<Task, Answer>(work: (task: Task) => Answer | Promise<Answer> | undefined) {
  parentPort?.on('message', async (task: Task) => {
    try {
      const result = work(task)
      const answer = result instanceof Promise ? await result : result
      // What is only told gets no answer.
      if (answer !== undefined) parentPort?.postMessage({ answer })
    } catch (error) {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      parentPort?.postMessage({ error: { name, message, stack, code } satisfies ThrownElsewhere })
    }
  })
}
