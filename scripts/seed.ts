import {runSeed} from './seed/runSeed.ts'

process.exitCode = await runSeed(process.argv.slice(2))
