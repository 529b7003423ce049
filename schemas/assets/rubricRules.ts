import {fieldOf} from '../references.ts'

/** Weights are shares of one whole. */
export function weighsHundred(criteria: unknown): true | string {
  const weights = (Array.isArray(criteria) ? criteria : []).map((criterion) =>
    fieldOf(criterion, 'weight'),
  )
  const given = weights.filter((weight) => typeof weight === 'number')
  if (given.length === 0) return true
  const total = Math.round(given.reduce((sum, weight) => sum + weight, 0) * 100) / 100
  return total === 100 || `The weights add up to ${total}: change them until they add up to 100.`
}
