import { readdirSync, readFileSync } from 'node:fs'

/** The most memory that a process and all it started held together, in bytes; Linux only. */
export class MemoryWatch {
  private peak = 0
  private readonly root: number
  private readonly timer = setInterval(() => this.look(), 200)

  constructor(root = process.pid) {
    this.root = root
    this.timer.unref()
    this.look()
  }

  finish(): number {
    clearInterval(this.timer)
    this.look()
    return this.peak
  }

  private look(): void {
    this.peak = Math.max(this.peak, treeMemory(this.root))
  }
}

function treeMemory(root: number): number {
  const parents = new Map<number, number>()
  const pages = new Map<number, number>()
  try {
    for (const pid of readdirSync('/proc').map(Number).filter(Number.isInteger)) {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        // The name, in brackets, may hold anything: count from behind it.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        parents.set(pid, Number(fields[1]))
        pages.set(pid, Number(fields[21]))
      } catch {
        // It ended while we looked.
      }
    }
  } catch {
    return process.memoryUsage.rss()
  }
  let total = 0
  for (const pid of pages.keys()) {
    for (let at: number | undefined = pid; at; at = parents.get(at)) {
      if (at !== root) continue
      total += pages.get(pid) ?? 0
      break
    }
  }
  return total * 4096
}
