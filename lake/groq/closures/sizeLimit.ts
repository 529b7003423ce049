import {ITEMS_IN_A_STEP, step} from '../timeLimit.ts'

const LONGEST_TEXT = 4_194_304
const LONGEST_LIST = 10_000_000

/*
 * What a few steps could double again and again would fill the memory before anyone looks at the clock.
 */
export function joinTexts(a: string, b: string): string {
  if (a.length + b.length > LONGEST_TEXT) throw new RangeError('A text in the query grows too long')
  return a + b
}

export function joinLists(a: readonly unknown[], b: readonly unknown[]): unknown[] {
  if (a.length + b.length > LONGEST_LIST) throw new RangeError('A list in the query grows too long')
  step((a.length + b.length) / ITEMS_IN_A_STEP)
  return a.concat(b)
}
