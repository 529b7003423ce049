import {runImport} from './importClaims/runImport.ts'

process.exitCode = await runImport(process.argv.slice(2))
