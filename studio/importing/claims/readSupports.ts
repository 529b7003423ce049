import type {JsonRecord} from '../../../plugins/claim-gate/model/record.ts'
import {fieldOf, referencedId} from '../../../schemas/references.ts'
import type {Reason} from './claimColumn.ts'
import {findSources} from './findSources.ts'
import type {Place} from './readPlace.ts'
import {referenceTo} from './referenceTo.ts'
import type {RowReading} from './rowReading.ts'

/** One piece of evidence on which a claim rests. */
export interface Support {
  /** The reference to it. */
  evidence: unknown
  id: string
  /** As people call it. */
  title: string
  /** Said beside the name. */
  place?: Place
}

/** The evidence that a row names; what the claim rests on already where it names none. */
export function readSupports(
  {cell, index}: RowReading,
  before: readonly JsonRecord[],
): (Support | Reason)[] {
  const named = cell('evidence')
  if (named === undefined) return before.map(supportOf)
  return findSources(index, 'evidence', named).map((found) => {
    if ('key' in found) return found
    const {source, place} = found
    const {id, title, isRetracted} = source
    if (isRetracted) return {key: 'evidence.retracted', params: {name: title}}
    return {evidence: referenceTo(source), id, title, ...(place ? {place} : {})}
  })
}

function supportOf(entry: JsonRecord): Support {
  const evidence = fieldOf(entry, 'evidence')
  const id = referencedId(evidence) ?? ''
  return {evidence, id, title: id}
}
