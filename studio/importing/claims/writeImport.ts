import {ClientError, type SanityClient} from '@sanity/client'
import {draftIdOf, publishedIdOf} from '../../../plugins/claim-gate/model/documentIds.ts'
import type {ClaimWrite} from './buildWrites.ts'

export type ImportResult =
  /** Published ids of the claims whose drafts were written. */
  | {written: readonly string[]}
  /** Codes of what somebody changed since it was planned; nothing was written. */
  | {moved: readonly string[]}

/**
 * Writes everything in one transaction, or nothing. A draft that somebody changed or made meanwhile refuses all of it; so
 * does a claim that was published or given the same code meanwhile, as far as that is seen before the transaction.
 */
export async function writeImport(
  client: SanityClient,
  writes: readonly ClaimWrite[],
): Promise<ImportResult> {
  if (writes.length === 0) return {written: []}
  const moved = await movedSince(client, writes)
  if (moved.length > 0) return {moved}
  const transaction = client.transaction()
  for (const {write} of writes) {
    if (write.kind === 'create') transaction.create(write.document)
    else transaction.patch(write.id, {ifRevisionID: write.rev, set: {...write.set}})
  }
  try {
    await transaction.commit({visibility: 'sync'})
    return {written: writes.map(({id}) => id)}
  } catch (error) {
    if (!(error instanceof ClientError) || error.statusCode !== 409) throw error
    const since = await movedSince(client, writes)
    // A conflict that is not about these claims: a reference to what was deleted meanwhile.
    if (since.length === 0) throw error
    return {moved: since}
  }
}

interface Copy {
  _id: string
  _rev: string
  code?: unknown
}

/** Codes of claims that are not as they were planned. */
async function movedSince(client: SanityClient, writes: readonly ClaimWrite[]): Promise<string[]> {
  const ids = writes.flatMap(({id}) => [id, draftIdOf(id)])
  const codes = writes.map(({code}) => code)
  const copies = await client.fetch<Copy[]>(
    '*[_id in $ids || (_type == "claim" && code in $codes)]{_id, _rev, code}',
    {ids, codes},
    {perspective: 'raw'},
  )
  const byId = new Map(copies.map((copy) => [copy._id, copy]))
  const owners = Map.groupBy(copies, ({code}) => code)
  return writes.filter((each) => hasMoved(each, byId, owners)).map(({code}) => code)
}

function hasMoved(
  {id, code, publishedRev, write}: ClaimWrite,
  byId: ReadonlyMap<string, Copy>,
  owners: ReadonlyMap<unknown, readonly Copy[]>,
): boolean {
  const draftRev = byId.get(draftIdOf(id))?._rev
  if (write.kind === 'edit' ? draftRev !== write.rev : draftRev !== undefined) return true
  if (write.kind === 'create' && byId.get(id)?._rev !== publishedRev) return true
  return owners.get(code)?.some(({_id}) => publishedIdOf(_id) !== id) === true
}
