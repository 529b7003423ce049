import type {Ratio} from './measure.ts'

/** What one comparison found, as it is printed. */
export interface BenchSection {
  title: string
  lines: readonly string[]
}

export interface BenchOptions {
  /** How many documents there are, where a bench compares several datasets. */
  sizes?: readonly number[]
}

/** Measures, and yields each section as soon as it is known; contenders of one section run interleaved. */
export type Bench = (options: BenchOptions) => AsyncIterable<BenchSection> | Iterable<BenchSection>

/** One contender beside its floor: time of a call, and the ratio's median with its least and most over the rounds. */
export function ratioLine({name, micros, median, least, most}: Ratio): string {
  const range = `${median.toFixed(2)}× (${least.toFixed(2)}–${most.toFixed(2)})`
  return `${name.padEnd(44)} ${micros.toFixed(1).padStart(11)} µs   ${range}`
}
