import type {FieldResult, RowReading} from './rowReading.ts'

/** The older claim, by its code; only one that is here already. */
export function readSupersedes({cell, index}: RowReading): FieldResult {
  const code = cell('supersedes')
  if (code === undefined) return undefined
  if (code === cell('code')) return {reasons: [{key: 'supersedes.itself'}]}
  const [claim, ...more] = index.claimsOf(code)
  if (claim === undefined || more.length > 0)
    return {reasons: [{key: 'supersedes.unknown', params: {code: code.slice(0, 40)}}]}
  return {value: {_type: 'reference', _ref: claim.id, _weak: true}}
}
