import { sealDemo } from './demo.ts'

/** `npx tsx scripts/new/sealDemo.ts`: after a change to the demo show, before committing it. */
sealDemo(process.argv[2] ?? 'content')
