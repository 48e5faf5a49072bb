import { createInterface } from 'node:readline/promises'
import { UsageError } from '../commands/commandLine.ts'

/** Asks the person at the keyboard; an empty answer is the one in brackets. */
export interface Asker {
  /** @param check throws a UsageError for an answer that can't be; it is then asked for again */
  ask(question: string, otherwise?: string, check?: (answer: string) => void): Promise<string>
  confirm(question: string, otherwise: boolean): Promise<boolean>
  close(): void
}

/** Asks in the terminal. Ctrl-C and Ctrl-D stop the command before anything is written. */
export function terminalAsker(): Asker {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  let answered = false
  const stopped = new Promise<never>((_, reject) => {
    lines.once('close', () => {
      if (answered) return
      process.stdout.write('\n')
      reject(new UsageError('Stopped. Nothing was written.'))
    })
  })
  // Nobody may be waiting when the terminal closes.
  stopped.catch(() => {})
  const ask: Asker['ask'] = async (question, otherwise = '', check) => {
    const shown = otherwise === '' ? '' : ` (${otherwise})`
    for (;;) {
      const given = await Promise.race([lines.question(`${question}${shown}: `), stopped])
      const answer = given.trim() || otherwise
      try {
        if (answer !== '') check?.(answer)
        return answer
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        process.stdout.write(`${error.message}\n`)
      }
    }
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
