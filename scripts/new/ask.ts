import { createInterface } from 'node:readline/promises'
import { UsageError } from '../commands/commandLine.ts'

/** Asks the person at the keyboard; an empty answer is the one in brackets. */
export interface Asker {
  ask(question: string, otherwise?: string): Promise<string>
  confirm(question: string, otherwise: boolean): Promise<boolean>
  close(): void
}

/** Asks in the terminal. Ctrl-C and Ctrl-D stop the command before anything is written. */
export function terminalAsker(): Asker {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  let answered = false
  const stopped = new Promise<never>((_, reject) => {
    lines.once('close', () => {
      if (!answered) reject(new UsageError('Stopped. Nothing was written.'))
    })
  })
  // Nobody may be waiting when the terminal closes.
  stopped.catch(() => {})
  const ask = async (question: string, otherwise = '') => {
    const shown = otherwise === '' ? '' : ` (${otherwise})`
    const answer = await Promise.race([lines.question(`${question}${shown}: `), stopped])
    return answer.trim() || otherwise
  }
  return {
    ask,
    async confirm(question, otherwise) {
      const answer = await ask(`${question} ${otherwise ? '[Y/n]' : '[y/N]'}`)
      return answer === '' ? otherwise : /^y(es)?$/i.test(answer)
    },
    close() {
      answered = true
      lines.close()
    },
  }
}
