import {cpus} from 'node:os'
import type {Bench} from './bench/bench.ts'
import {fingerprintBench} from './bench/fingerprintBench.ts'
import {httpBench} from './bench/httpBench.ts'
import {groqBench} from './bench/groqBench.ts'
import {judgeBench} from './bench/judgeBench.ts'
import {storeBench} from './bench/storeBench.ts'
import {writesBench} from './bench/writesBench.ts'

const BENCHES: Readonly<Record<string, Bench>> = {
  fingerprint: fingerprintBench,
  groq: groqBench,
  http: httpBench,
  judge: judgeBench,
  store: storeBench,
  writes: writesBench,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`,
  )
  process.exit(1)
}
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`,
)
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  for await (const {title, lines} of bench()) {
    console.log(`\n${title}`)
    lines.forEach((line) => console.log(`  ${line}`))
  }
}
