import type {Reason} from './claimColumn.ts'
import {claimIdOf} from './claimIdOf.ts'
import type {LibraryIndex} from './indexLibrary.ts'
import type {ClaimCopies} from './library.ts'

/** The claim that a row is about: one that is there, or the id of a new one. */
export type Target = {claim: ClaimCopies; id: string} | {claim?: never; id: string}

/** Lines on which each code stands. */
export type LinesByCode = ReadonlyMap<string, readonly number[]>

/** Finds what a code means in the dataset; or why a row with it cannot be imported. */
export function findTarget(
  code: string,
  index: LibraryIndex,
  linesByCode: LinesByCode,
): Target | Reason {
  if (code === '') return {key: 'code.missing'}
  const id = claimIdOf(code)
  if (id === undefined) return {key: 'code.format', params: {code: code.slice(0, 40)}}
  const lines = linesByCode.get(code) ?? []
  if (lines.length > 1) {
    const some = lines.slice(0, 5).join(', ')
    return {key: 'code.repeated', params: {code, lines: lines.length > 5 ? `${some}, …` : some}}
  }
  const [claim, ...more] = index.claimsOf(code)
  if (claim === undefined) return index.isTaken(id) ? {key: 'code.id-taken', params: {id}} : {id}
  if (more.length > 0) return {key: 'code.several', params: {code}}
  const copy = claim.draft ?? claim.published
  if (copy === undefined) return {key: 'code.in-release', params: {code}}
  if (copy.code === code) return {claim, id: claim.id}
  return {key: 'code.moved', params: {code, other: String(copy.code)}}
}
