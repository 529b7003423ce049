import {parseArgs} from 'node:util'
import type {BenchOptions} from './bench.ts'
import {messageOf} from '../messageOf.ts'

/** Which benches are asked for, all where none is named, and with what. */
export type AskedBenches = {asked: readonly string[]; options: BenchOptions} | {problem: string}

/** Below, a dataset holds too little to be compared with another one. */
const LEAST_SIZE = 100

/** Reads `npm run bench -- check --sizes 1800,100000`. */
export function readBenchOptions(args: readonly string[], known: readonly string[]): AskedBenches {
  const parsed = parsedOf(args)
  if (typeof parsed === 'string') return {problem: parsed}
  const {asked, sizes} = parsed
  const unknown = asked.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    return {problem: `There is no bench ${unknown.join(', ')}; there are ${known.join(', ')}`}
  if (sizes === undefined) return {asked, options: {}}
  const numbers = sizes.split(',').map(Number)
  if (!numbers.every((size) => Number.isSafeInteger(size) && size >= LEAST_SIZE))
    return {
      problem: `--sizes takes numbers of documents from ${LEAST_SIZE} on, and not "${sizes}": --sizes 1800,100000`,
    }
  return {asked, options: {sizes: numbers}}
}

function parsedOf(args: readonly string[]): {asked: string[]; sizes?: string} | string {
  try {
    const {positionals, values} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {sizes: {type: 'string'}},
    })
    return {asked: positionals, ...(values.sizes === undefined ? {} : {sizes: values.sizes})}
  } catch (error) {
    return messageOf(error)
  }
}
