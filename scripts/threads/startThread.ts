import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { ROOT } from '../root.ts'

const running = new Set<Worker>()

/**
 * Starts a thread with a module of ours.
 *
 * @param module its file, from the project's folder; `run.js` bundles it under its own name
 */
export function startThread(module: string, options: WorkerOptions = {}): Worker {
  const thread = import.meta.filename.endsWith('.ts')
    ? new Worker(fromSource(path.join(ROOT, module)), { ...options, eval: true })
    : new Worker(path.join(import.meta.dirname, `${path.basename(module, '.ts')}.js`), options)
  running.add(thread)
  thread.once('exit', () => running.delete(thread))
  return thread
}

/** Node 20 reads TypeScript only where tsx has been registered, and that is once a thread. */
function fromSource(file: string): string {
  return `
    import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => {
      register()
      return import(${JSON.stringify(pathToFileURL(file).href)})
    })
  `
}

/** Ends all threads, so that none of them writes any more. Nobody is told: it is no failure. */
export async function endThreads(): Promise<void> {
  const threads = [...running]
  running.clear()
  for (const thread of threads) thread.removeAllListeners('exit')
  await Promise.all(threads.map(thread => thread.terminate()))
}
