import {runReseal} from './reseal/runReseal.ts'

process.exitCode = await runReseal()
