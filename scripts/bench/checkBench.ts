import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {checkDataset} from '../check/checkDataset.ts'
import type {BenchOptions, BenchSection} from './bench.ts'
import {openCheckLake, type CheckLake} from './checkLake.ts'

/** Of the whole dataset; 100,000 takes some minutes more, and is to be asked for. */
const SIZES = [1_800, 10_000, 30_000]
const READ_AT_ONCE = 400
const ROUNDS = 3
/** A large dataset is measured less often. */
const ENOUGH_MS = 40_000

interface Measured {
  documents: number
  gated: number
  /** Milliseconds, one of each a round. */
  floor: readonly number[]
  check: readonly number[]
}

/** `npm run check` on datasets of several sizes, beside reading the same documents once. */
export async function* checkBench({sizes = SIZES}: BenchOptions): AsyncIterable<BenchSection> {
  const all: Measured[] = []
  for (const size of sizes.toSorted((a, b) => a - b)) {
    const measured = await measure(size, all.length === 0)
    all.push(measured)
    const {documents, gated} = measured
    yield {
      title: `check of ${documents} documents, ${gated} of which the gate holds`,
      lines: linesOf(measured),
    }
  }
  const lines = all.slice(1).map((last, at) => exponentLine(all[at], last))
  if (all.length > 2) lines.push(exponentLine(all[0], all.at(-1)))
  if (lines.length > 0) yield {title: 'how the time grows with the number of documents', lines}
}

async function measure(size: number, isFirst: boolean): Promise<Measured> {
  const directory = mkdtempSync(join(tmpdir(), 'check-bench-'))
  try {
    const lake = await openCheckLake(directory, size)
    try {
      if (isFirst) await rounds(lake, 1)
      return {documents: lake.ids.length, gated: lake.gated, ...(await rounds(lake, ROUNDS))}
    } finally {
      await lake.close()
    }
  } finally {
    rmSync(directory, {recursive: true})
  }
}

async function rounds(lake: CheckLake, most: number): Promise<Pick<Measured, 'floor' | 'check'>> {
  const [floor, check]: [number[], number[]] = [[], []]
  const end = performance.now() + ENOUGH_MS
  do {
    floor.push(await timed(() => readOnce(lake)))
    check.push(await timed(() => checkAll(lake)))
  } while (floor.length < most && performance.now() < end)
  return {floor, check}
}

/** Who only wants to see every document has to do this much. */
async function readOnce({client, ids}: CheckLake): Promise<void> {
  let found = 0
  for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
    const part = ids.slice(start, start + READ_AT_ONCE)
    const documents = await client.fetch<unknown[]>('*[_id in $ids]', {ids: part})
    found += documents.length
  }
  if (found !== ids.length) throw new Error(`${found} of ${ids.length} documents were read`)
}

async function checkAll({client, gated}: CheckLake): Promise<void> {
  const {documents, findings} = await checkDataset(client, trialModel)
  const delivered = documents.filter((document) => document.delivered).length
  if (delivered !== gated || findings.length > 0)
    throw new Error(`${delivered} of ${gated} are delivered, with ${findings.length} findings`)
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

function linesOf({documents, floor, check}: Measured): string[] {
  const ratios = check.map((each, round) => each / (floor[round] ?? 1))
  const each = (times: readonly number[]): string => {
    const time = median(times)
    return `${(time / 1000).toFixed(2).padStart(8)} s   ${((time * 1000) / documents).toFixed(0).padStart(6)} µs a document`
  }
  const range = `${median(ratios).toFixed(2)}× (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`
  return [
    `floor: the same documents read once by id    ${each(floor)}`,
    `check                                        ${each(check)}   ${range}`,
  ]
}

function exponentLine(first: Measured | undefined, last: Measured | undefined): string {
  if (!first || !last) return ''
  const exponent = (of: 'floor' | 'check'): string =>
    (
      Math.log(median(last[of]) / median(first[of])) / Math.log(last.documents / first.documents)
    ).toFixed(3)
  const span = `${first.documents} to ${last.documents}`.padEnd(20)
  return `${span} exponent ${exponent('check')}, of the floor ${exponent('floor')}`
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
