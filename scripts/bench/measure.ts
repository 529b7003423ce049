/** Something that is timed: called so often that one measurement lasts long enough. */
export interface Contender {
  name: string
  run: () => unknown
}

/** How a contender compares with the floor of the same round: median, least and most. */
export interface Ratio {
  name: string
  /** Microseconds a call, median over the rounds. */
  micros: number
  median: number
  least: number
  most: number
}

const ROUNDS = 11
const MEASUREMENT_MS = 40

/** Times contenders in turn, A B C A B C, and divides each by the first one's time of the same round. */
export function compare(contenders: readonly Contender[]): Ratio[] {
  const calls = contenders.map(calibrate)
  const rounds = Array.from({length: ROUNDS}, () =>
    contenders.map(({run}, index) => time(run, calls[index] ?? 1)),
  )
  return contenders.map(({name}, index) => {
    const own = rounds.map((round) => round[index] ?? 0)
    const ratios = rounds.map((round) => (round[index] ?? 0) / (round[0] ?? 1))
    return {
      name,
      micros: median(own),
      median: median(ratios),
      least: Math.min(...ratios),
      most: Math.max(...ratios),
    }
  })
}

/** So many calls as last about one measurement, after warming up. */
function calibrate({run}: Contender): number {
  const end = performance.now() + MEASUREMENT_MS * 3
  let calls = 0
  while (performance.now() < end) {
    run()
    calls += 1
  }
  return Math.max(1, Math.round(calls / 3))
}

/** Microseconds a call. */
function time(run: () => unknown, calls: number): number {
  const start = performance.now()
  for (let call = 0; call < calls; call++) run()
  return ((performance.now() - start) * 1000) / calls
}

const median = (values: readonly number[]): number => percentile(values, 0.5)

/** The value below which a share of all lies, from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
