import {parseArgs} from 'node:util'
import {firstWave} from './demoDocuments.ts'
import {MOST_ASSETS} from './series/seriesAssets.ts'

/** Assets of the demo launch alone that are out. */
const LEAST = firstWave.length
const EXAMPLE = 'npm run seed -- --size 400'

/**
 * How many assets the dataset is to hold; `undefined` for those of the demo launch alone.
 * @throws Error that says what to ask for instead.
 */
export function readSize(args: readonly string[]): number | undefined {
  const size = sizeIn(args)
  if (size === undefined) return undefined
  const number = Number(size)
  if (!/^\d+$/u.test(size))
    throw new Error(`--size takes a whole number, and not "${size}": ${EXAMPLE}`)
  if (number < LEAST)
    throw new Error(
      `The demo launch alone has ${LEAST} assets: ask for ${LEAST} or more, or leave --size out`,
    )
  if (number > MOST_ASSETS)
    throw new Error(`There are words for ${MOST_ASSETS} assets: ask for as many or fewer`)
  return number
}

function sizeIn(args: readonly string[]): string | undefined {
  try {
    return parseArgs({args: [...args], options: {size: {type: 'string'}}}).values.size
  } catch (error) {
    const message = `"${args.join(' ')}" says no number of assets: ${EXAMPLE}`
    throw new Error(message, {cause: error})
  }
}
