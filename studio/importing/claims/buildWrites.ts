import {draftIdOf} from '../../../plugins/claim-gate/model/documentIds.ts'
import type {JsonRecord} from '../../../plugins/claim-gate/model/record.ts'
import type {Reason} from './claimColumn.ts'
import {countOutcomes, type ImportPlan, type Outcome} from './outcome.ts'

/** A request of a hosted project holds 4 MB, and a person reviews what was imported. */
export const MAX_DRAFTS = 1000
const MAX_BYTES = 3_500_000

/** A draft that was not there. */
interface MadeDraft {
  kind: 'create'
  document: {_id: string; _type: string; [field: string]: unknown}
}

/** A draft of which some fields change, as long as nobody else changes it. */
interface EditedDraft {
  kind: 'edit'
  id: string
  rev: string
  set: JsonRecord
}

export interface ClaimWrite {
  /** Published id. */
  id: string
  code: string
  /** Revision of what is published, from which a draft is made. */
  publishedRev?: string
  write: MadeDraft | EditedDraft
}

/** What writing a plan means: drafts only. All of its rows, or those that are accepted where that is asked for; or why not. */
export function buildWrites(
  {mapping, outcomes}: ImportPlan,
  acceptedOnly: boolean,
): {writes: readonly ClaimWrite[]} | {refused: Reason} {
  if (mapping.problem) return {refused: mapping.problem}
  const {refused} = countOutcomes(outcomes)
  if (refused > 0 && !acceptedOnly)
    return {refused: {key: 'write.refused', params: {count: refused}}}
  const writes = outcomes.flatMap(writeOf)
  if (writes.length > MAX_DRAFTS) {
    const params = {count: writes.length, limit: MAX_DRAFTS}
    return {refused: {key: 'write.too-many', params}}
  }
  const size = new TextEncoder().encode(JSON.stringify(writes)).length
  return size > MAX_BYTES ? {refused: {key: 'write.too-large'}} : {writes}
}

/** What the system wrote of a published document, and no draft begins with. */
const SYSTEM = ['_rev', '_createdAt', '_updatedAt', '_system']

function writeOf(outcome: Outcome): ClaimWrite[] {
  if (outcome.status !== 'new' && outcome.status !== 'changed') return []
  const {id, code} = outcome
  const made = {_id: draftIdOf(id), _type: 'claim'}
  if (outcome.status === 'new')
    return [{id, code, write: {kind: 'create', document: {...outcome.claim, ...made}}}]
  const {draft, published, changes} = outcome
  const set = Object.fromEntries(changes.map(({field, after}) => [field, after]))
  if (draft) return [{id, code, write: {kind: 'edit', id: draft._id, rev: draft._rev, set}}]
  const kept = Object.entries(published ?? {}).filter(([field]) => !SYSTEM.includes(field))
  const document = {...Object.fromEntries(kept), ...set, ...made}
  const publishedRev = published?._rev
  return [{id, code, ...(publishedRev ? {publishedRev} : {}), write: {kind: 'create', document}}]
}
