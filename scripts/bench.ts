import {cpus} from 'node:os'
import {fingerprintBench} from './bench/fingerprintBench.ts'
import type {Ratio} from './bench/measure.ts'

console.log(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; medians over 11 interleaved rounds of one run`,
)
for (const [title, ratios] of fingerprintBench()) {
  console.log(`\n${title}`)
  ratios.forEach((ratio) => console.log(row(ratio)))
}

function row({name, micros, median, least, most}: Ratio): string {
  const range = `${median.toFixed(2)}× (${least.toFixed(2)}–${most.toFixed(2)})`
  return `  ${name.padEnd(42)} ${micros.toFixed(1).padStart(9)} µs   ${range}`
}
