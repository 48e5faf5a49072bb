import { parentPort } from 'node:worker_threads'

/** A task as it is sent; without a number nobody waits for an answer. */
export interface Sent<Task> {
  readonly task: Task
  readonly number?: number
}

/** What a thread answers to the task of a number: several may be in work at a time. */
export type Reply<Answer> = { readonly number: number } & (
  | { readonly answer: Answer }
  | { readonly error: ThrownElsewhere }
)

/** An error crosses to another thread without its code. */
export interface ThrownElsewhere {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  readonly code: unknown
}

/** Has this thread do what it is told; the counterpart of `Thread`. */
export function carryOut<Task, Answer>(
  work: (task: Task) => Answer | Promise<Answer> | undefined,
): void {
  const reply = (answer: Reply<Answer | undefined>) => parentPort?.postMessage(answer)
  parentPort?.on('message', async ({ task, number = 0 }: Sent<Task>) => {
    try {
      const result = work(task)
      const answer = result instanceof Promise ? await result : result
      if (number > 0) reply({ number, answer })
    } catch (error) {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      reply({ number, error: { name, message, stack, code } })
    }
  })
}
