import {ITEMS_IN_A_STEP, step} from '../../timeLimit.ts'
import {joinTexts} from '../sizeLimit.ts'
import {isEqual, scalarText} from '../values.ts'

export function joinScalars(list: unknown, separator: unknown): string | null {
  if (!Array.isArray(list) || typeof separator !== 'string') return null
  let joined = ''
  for (const [at, item] of list.entries()) {
    step()
    const text = scalarText(item)
    if (text === undefined) return null
    joined = joinTexts(at === 0 ? joined : joinTexts(joined, separator), text)
  }
  return joined
}

export function compact(list: unknown): unknown[] | null {
  if (!Array.isArray(list)) return null
  step(list.length / ITEMS_IN_A_STEP)
  return list.filter((item) => item !== null)
}

/** The first of equal numbers, texts and truth values; everything else stays. */
export function unique(list: unknown): unknown[] | null {
  if (!Array.isArray(list)) return null
  const known = new Set<unknown>()
  return list.filter((item: unknown) => {
    step()
    if (scalarText(item) === undefined) return true
    const isNew = !known.has(item)
    known.add(item)
    return isNew
  })
}

export function intersects(left: unknown, right: unknown): boolean | null {
  if (!Array.isArray(left) || !Array.isArray(right)) return null
  return left.some((one) =>
    right.some((other) => {
      step()
      return isEqual(one, other)
    }),
  )
}
