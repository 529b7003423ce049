import {runCheck} from './check/runCheck.ts'

process.exitCode = await runCheck(process.argv.slice(2))
