import { Worker, type WorkerOptions } from 'node:worker_threads'

const running = new Set<Worker>()

/** Starts a thread with a module of ours. @param url of the module: `import.meta.resolve('./it.ts')` */
export function startThread(url: string, options: WorkerOptions = {}): Worker {
  // Node 20 reads TypeScript only where tsx has been registered, and that is once a thread.
  const start = `
    import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => {
      register()
      return import(${JSON.stringify(url)})
    })
  `
  const thread = new Worker(start, { ...options, eval: true })
  running.add(thread)
  thread.once('exit', () => running.delete(thread))
  return thread
}

/** Ends all threads, so that none of them writes any more. Nobody is told: it is no failure. */
export async function endThreads(): Promise<void> {
  const threads = [...running]
  running.clear()
  for (const thread of threads) thread.removeAllListeners('exit')
  await Promise.all(threads.map(thread => thread.terminate()))
}
