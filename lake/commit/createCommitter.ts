import {ApiError} from '../apiError.ts'
import type {WritableDocumentSet} from '../storage/createDocumentSet.ts'
import type {DocumentChange, Storage, Transaction} from '../storage/storage.ts'
import {WorkingSet, type MutationResult} from './workingSet.ts'

export interface CommitRequest {
  /** Account id. */
  author: string
  transactionId?: string | undefined
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
  /** Kept in the history, as sent. */
  mutations: readonly unknown[]
  /** Throws for a change that the author may not make. */
  authorize: (changes: readonly DocumentChange[]) => void
  /** Makes the changes; whatever it throws undoes all of them. */
  apply: (set: WorkingSet) => Promise<MutationResult[]>
}

export interface Commit {
  transactionId: string
  results: readonly MutationResult[]
  changes: readonly DocumentChange[]
}

export interface Committer {
  commit(request: CommitRequest): Promise<Commit>
  /** Calls back after a transaction is on disk and can be read. */
  onCommit(listener: (transaction: Transaction) => void): () => void
}

const TRANSACTION_ID = /^[A-Za-z0-9_-]{1,128}$/u

/** Creates the only writer: one transaction at a time, in the log before it is seen or acknowledged. */
export function createCommitter(storage: Storage, documents: WritableDocumentSet): Committer {
  const listeners = new Set<(transaction: Transaction) => void>()
  let sequence = storage.lastSequence()
  let lastTime = 0
  let turn: Promise<unknown> = Promise.resolve()

  const stamp = (request: CommitRequest) => {
    const transactionId = request.transactionId ?? crypto.randomUUID()
    if (!TRANSACTION_ID.test(transactionId)) {
      throw new ApiError(
        400,
        'httpBadRequest',
        `${JSON.stringify(transactionId)} is not a valid transaction ID`,
      )
    }
    if (storage.hasTransaction(transactionId)) {
      throw new ApiError(
        409,
        'transactionIdAlreadyUsedError',
        `Transaction ID "${transactionId}" has been used already`,
      )
    }
    lastTime = Math.max(Date.now(), lastTime + 1)
    const timestamp = new Date(lastTime).toISOString()
    return {transactionId, timestamp, autoGenerateArrayKeys: request.autoGenerateArrayKeys === true}
  }

  const write = async (request: CommitRequest): Promise<Commit> => {
    const stamped = stamp(request)
    const set = new WorkingSet(documents, stamped)
    const results = await request.apply(set)
    const changes = set.finish()
    request.authorize(changes)
    const commit = {transactionId: stamped.transactionId, results, changes}
    if (request.dryRun === true || changes.length === 0) return commit
    const transaction: Transaction = {
      id: stamped.transactionId,
      sequence: sequence + 1,
      timestamp: stamped.timestamp,
      author: request.author,
      mutations: request.mutations,
      changes,
    }
    storage.append([transaction])
    sequence += 1
    for (const {id, after} of changes) {
      if (after) documents.put(after)
      else documents.remove(id)
    }
    listeners.forEach((listener) => listener(transaction))
    return commit
  }

  return {
    commit(request) {
      const next = turn.then(() => write(request))
      turn = next.catch(() => undefined)
      return next
    },
    onCommit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
