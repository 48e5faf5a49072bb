import { setTimeout } from 'node:timers/promises'
import { carryOut } from './carryOut.ts'

/** Answers after a while, for tests. */
carryOut(async ([wait, answer]: readonly [number, string]): Promise<string> => {
  await setTimeout(wait)
  if (answer !== answer.toUpperCase()) return answer
  throw Object.assign(new Error(answer), { name: 'DiskFull', code: answer })
})
