import {fieldOf, listOf} from '../references.ts'

/** Weights are shares of one whole. */
export function weighsHundred(criteria: unknown): true | string {
  const weights = listOf(criteria).map((criterion) => fieldOf(criterion, 'weight'))
  const given = weights.filter((weight) => typeof weight === 'number')
  if (given.length === 0) return true
  const total = Math.round(given.reduce((sum, weight) => sum + weight, 0) * 100) / 100
  return total === 100 || `The weights add up to ${total}: change them until they add up to 100.`
}

/** Coaches score every criterion on one scale: its levels carry the same names throughout. */
export function hasOneScale(criteria: unknown): true | string {
  const scales = listOf(criteria).map((criterion) =>
    listOf(fieldOf(criterion, 'levels')).map((level) => fieldOf(level, 'label')),
  )
  // A level without a name is told as that.
  const named = scales.filter((labels) => labels.every((label) => typeof label === 'string'))
  const [first = [], ...others] = named.filter(({length}) => length > 0)
  const at = others.findIndex((labels) => labels.join('\n') !== first.join('\n'))
  return (
    at === -1 ||
    `The levels are not the same in every criterion: name them ${first.join(', ')}, as in the first one.`
  )
}
