import {verifyFile} from './proof/verifyFile.ts'

const [action, file, ...more] = process.argv.slice(2)

if (action === 'verify' && file && more.length === 0) {
  const {exitCode, lines} = await verifyFile(file)
  lines.forEach((line) => console.log(line))
  process.exitCode = exitCode
} else if (action === 'export' && file && more.length === 0) {
  // Only now: verifying loads no client, no lake and no schema.
  const {runExport} = await import('./proof/runExport.ts')
  process.exitCode = await runExport(file)
} else {
  console.error('Usage: npm run proof -- export FILE\n       npm run proof -- verify FILE')
  process.exitCode = 2
}
