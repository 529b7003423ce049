/** Something that waits, such as for the disk; does its work some times and gives how often. */
export interface AsyncContender {
  name: string
  run: () => Promise<number>
}

const ROUNDS = 15

/** Times contenders in turn, A B C A B C, and prints each one's rate over that of the first in the same round. */
export async function compareAsync(
  contenders: readonly AsyncContender[],
  rounds = ROUNDS,
): Promise<string[]> {
  const rates: number[][] = contenders.map(() => [])
  for (let round = -1; round < rounds; round++) {
    for (const [at, {run}] of contenders.entries()) {
      const start = performance.now()
      const times = await run()
      // The first round warms up.
      if (round >= 0) rates[at]?.push((times * 1000) / (performance.now() - start))
    }
  }
  return contenders.map(({name}, at) => {
    const own = rates[at] ?? []
    const ratios = own
      .map((rate, round) => rate / (rates[0]?.[round] ?? 1))
      .toSorted((a, b) => a - b)
    const rate = own.toSorted((a, b) => a - b)[Math.floor(own.length / 2)] ?? 0
    const median = ratios[Math.floor(ratios.length / 2)] ?? 0
    const range = `${median.toFixed(2)}× (${ratios[0]?.toFixed(2)}–${ratios.at(-1)?.toFixed(2)})`
    return `${name.padEnd(44)} ${rate.toFixed(rate < 10 ? 2 : 0).padStart(8)} /s   ${range} the rate of the first`
  })
}
