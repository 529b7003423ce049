import {claimEntriesOf} from '../seed/series/claimEntriesOf.ts'
import {createClaimIndex} from '../../studio/matching/createClaimIndex.ts'
import type {ClaimEntry} from '../../studio/matching/claimEntry.ts'
import type {BenchSection} from './bench.ts'
import {percentile} from './measure.ts'

const SIZES = [100, 1_000]
/** So many of the claims are looked for, key by key. */
const SOUGHT = 40
/** What somebody types before they see what they mean. */
const KEYS = 24
const ROUNDS = 3

/** One key: what stands in the field after it. */
type Ask = (typed: string) => unknown

/** Citing a claim from text: the whole of it searched again at every key, beside one pass over all the words. */
export function* searchBench(): Iterable<BenchSection> {
  for (const size of SIZES) {
    const claims = claimEntriesOf(size)
    const began = performance.now()
    const index = createClaimIndex(claims)
    const built = performance.now() - began
    const asked = new Map<string, Ask>([
      ['floor: one pass over all the words', onePass(claims)],
      ['search, at every key', (typed) => index.search(typed)],
      ['claims suggested beside a statement', (typed) => index.suggest(typed)],
    ])
    const keys = keysOf(claims)
    const times = new Map([...asked.keys()].map((name): [string, number[]] => [name, []]))
    for (let round = -1; round < ROUNDS; round++)
      for (const [name, ask] of asked)
        for (const typed of keys) {
          const start = performance.now()
          ask(typed)
          // The first round warms up.
          if (round >= 0) times.get(name)?.push(performance.now() - start)
        }
    yield {
      title: `citing one of ${claims.length} claims, ${keys.length} keys (index built in ${built.toFixed(0)} ms)`,
      lines: linesOf(times),
    }
  }
}

const wordsOf = ({code, statement, variations, evidence}: ClaimEntry): string =>
  [code, statement, ...variations, ...evidence].join('\n').toLowerCase()

function onePass(claims: readonly ClaimEntry[]): Ask {
  const texts = claims.map(wordsOf)
  return (typed) => {
    const words = typed.toLowerCase().split(' ')
    return texts.filter((text) => words.every((word) => text.includes(word)))
  }
}

/** Statements from all over the library, as they stand in the field key by key. */
function keysOf(claims: readonly ClaimEntry[]): string[] {
  const every = Math.max(1, Math.floor(claims.length / SOUGHT))
  return claims
    .filter((_claim, at) => at % every === 0)
    .slice(0, SOUGHT)
    .flatMap(({statement}) =>
      Array.from({length: Math.min(KEYS, statement.length)}, (_, at) => statement.slice(0, at + 1)),
    )
}

function linesOf(times: ReadonlyMap<string, readonly number[]>): string[] {
  const [floor = []] = times.values()
  return [...times].map(([name, own]) => {
    const [middle, high, most] = [0.5, 0.95, 1].map((share) => percentile(own, share).toFixed(2))
    const ratio = percentile(own, 0.95) / percentile(floor, 0.95)
    return `${name.padEnd(42)} median ${middle?.padStart(6)} ms   p95 ${high?.padStart(6)} ms   most ${most?.padStart(6)} ms   ${ratio.toFixed(1)}×`
  })
}
