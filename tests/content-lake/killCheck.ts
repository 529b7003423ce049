import assert from 'node:assert/strict'
import {applyAction} from '../../lake/actions/applyAction.ts'
import {applyMutation} from '../../lake/commit/applyMutation.ts'
import {checkReferences} from '../../lake/commit/checkReferences.ts'
import {WorkingSet} from '../../lake/commit/workingSet.ts'
import {createDocumentSet} from '../../lake/storage/createDocumentSet.ts'
import {sqliteStorage} from '../../lake/storage/sqliteStorage.ts'
import type {LakeDocument, Storage, Transaction} from '../../lake/storage/storage.ts'
import type {Sent} from './killWriters.ts'

/** Opens a store whose lake was killed, and throws unless it holds what it must. */
export type StoreCheck = (directory: string, sent: Sent) => Promise<void>

/**
 * Rebuilds the documents from what was sent, in the order of the log, over as many lives of the store as it is called
 * for: each transaction in the log must be what carrying out its request gives on what the ones before it left, the
 * documents in the store must be those, and every acknowledged transaction must be in the log.
 */
export function createStoreCheck(): StoreCheck {
  const rebuilt = createDocumentSet()
  const seen = new Set<string>()
  let last: Transaction | undefined

  const follow = async (transaction: Transaction, sent: Sent): Promise<void> => {
    const {id, sequence, timestamp, mutations, changes} = transaction
    assert.equal(sequence, (last?.sequence ?? 0) + 1, `a gap before ${id}`)
    assert.ok(timestamp > (last?.timestamp ?? ''), `time goes backwards at ${id}`)
    const set = new WorkingSet(rebuilt, {
      transactionId: id,
      timestamp,
      autoGenerateArrayKeys: false,
    })
    await carryOut(set, id, sent)
    assert.deepEqual(mutations, set.mutations, `${id} is not what was sent`)
    assert.deepEqual(changes, set.changes(), `${id} did not change what it must`)
    for (const change of changes) {
      if (change.after) rebuilt.put(change.after)
      else rebuilt.remove(change.id)
    }
    seen.add(id)
    last = transaction
  }

  return async (directory, sent) => {
    const storage = sqliteStorage(directory)
    try {
      for (const transaction of since(storage, last?.sequence ?? 0)) await follow(transaction, sent)
      assert.equal(storage.lastSequence(), seen.size, 'the log is as long as it was read')
      const lost = [...sent.acknowledged].filter((id) => !seen.has(id))
      assert.deepEqual(lost, [], 'acknowledged and lost')
      assert.deepEqual(byId(storage.load()), byId(rebuilt.all()), 'documents differ from the log')
      for (const {_id} of rebuilt.all()) checkReferences(rebuilt, _id, 0)
    } finally {
      storage.close()
    }
  }
}

async function carryOut(set: WorkingSet, id: string, {asked}: Sent): Promise<void> {
  const request = asked.get(id)
  assert.ok(request, `nobody sent ${id}`)
  if ('actions' in request) {
    for (const [index, action] of request.actions.entries()) applyAction(set, action, index)
    return
  }
  for (const [index, mutation] of request.mutations.entries())
    await applyMutation(set, mutation, index, async () => [])
}

function* since(storage: Storage, sequence: number): Iterable<Transaction> {
  for (let at = sequence; ;) {
    const page = storage.transactionsAfter(at, 100)
    yield* page
    const end = page.at(-1)
    if (!end) return
    at = end.sequence
  }
}

const byId = (documents: Iterable<LakeDocument>): Map<string, LakeDocument> =>
  new Map(Array.from(documents, (document) => [document._id, document]))
