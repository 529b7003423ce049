import {cpus} from 'node:os'
import type {Bench} from './bench/bench.ts'
import {readBenchOptions} from './bench/readBenchOptions.ts'
import {checkBench} from './bench/checkBench.ts'
import {fingerprintBench} from './bench/fingerprintBench.ts'
import {httpBench} from './bench/httpBench.ts'
import {groqBench} from './bench/groqBench.ts'
import {judgeBench} from './bench/judgeBench.ts'
import {searchBench} from './bench/searchBench.ts'
import {storeBench} from './bench/storeBench.ts'
import {typingBench} from './bench/typingBench.ts'
import {writesBench} from './bench/writesBench.ts'

const BENCHES: Readonly<Record<string, Bench>> = {
  check: checkBench,
  fingerprint: fingerprintBench,
  groq: groqBench,
  http: httpBench,
  judge: judgeBench,
  search: searchBench,
  store: storeBench,
  typing: typingBench,
  writes: writesBench,
}

const read = readBenchOptions(process.argv.slice(2), Object.keys(BENCHES))
if ('problem' in read) {
  console.error(read.problem)
  process.exit(1)
}
const {asked, options} = read
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`,
)
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  for await (const {title, lines} of bench(options)) {
    console.log(`\n${title}`)
    lines.forEach((line) => console.log(`  ${line}`))
  }
}
