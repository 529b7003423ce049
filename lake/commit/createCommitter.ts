import {setImmediate} from 'node:timers/promises'
import {ApiError, badRequest} from '../apiError.ts'
import type {WritableDocumentSet} from '../storage/createDocumentSet.ts'
import {overlayDocuments, type OverlaidDocuments} from '../storage/overlayDocuments.ts'
import type {DocumentChange, LakeDocument, Storage, Transaction} from '../storage/storage.ts'
import {WorkingSet, type MutationResult, type Stamp} from './workingSet.ts'

export interface CommitRequest {
  /** Account id. */
  author: string
  transactionId?: string | undefined
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
  /** Throws for a change that the author may not make. */
  authorize: (changes: readonly DocumentChange[]) => void
  /** Makes the changes; whatever it throws undoes all of them. */
  apply: (set: WorkingSet) => Promise<MutationResult[]>
}

export interface Commit {
  transactionId: string
  results: readonly MutationResult[]
  changes: readonly DocumentChange[]
  /** A document as the transaction left it. */
  documentAfter: (id: string) => LakeDocument | undefined
}

export interface Committer {
  commit(request: CommitRequest): Promise<Commit>
  /** Calls back after a transaction is on disk and can be read. */
  onCommit(listener: (transaction: Transaction) => void): () => void
  /** Settles when everything asked for so far is on disk or refused. */
  settled(): Promise<void>
}

interface Waiting {
  request: CommitRequest
  resolve: (commit: Commit) => void
  reject: (reason: unknown) => void
}

interface Staged {
  commit: Commit
  transaction?: Transaction
}

const TRANSACTION_ID = /^[A-Za-z0-9_-]{1,128}$/u

/**
 * Creates the only writer. Requests are applied one after the other; those that came while others were being written
 * share one write to disk, and each is seen and answered only after it.
 */
export function createCommitter(storage: Storage, documents: WritableDocumentSet): Committer {
  const listeners = new Set<(transaction: Transaction) => void>()
  const clock = createClock()
  let sequence = storage.lastSequence()
  let waiting: Waiting[] = []
  let draining: Promise<void> | undefined

  const drain = async (): Promise<void> => {
    // Requests that arrived together are read in the same turn of the event loop: let all of them in.
    await setImmediate()
    try {
      while (waiting.length > 0) {
        const group = waiting
        waiting = []
        await writeGroup(group)
      }
    } finally {
      draining = undefined
    }
  }

  const writeGroup = async (group: readonly Waiting[]): Promise<void> => {
    const layer = overlayDocuments(documents)
    const transactions: Transaction[] = []
    const answers: (() => void)[] = []
    for (const {request, resolve, reject} of group) {
      try {
        const {commit, transaction} = await stage(request, layer, transactions)
        if (transaction) transactions.push(transaction)
        answers.push(() => resolve(commit))
      } catch (error) {
        answers.push(() => reject(error))
      }
    }
    try {
      if (transactions.length > 0) storage.append(transactions)
    } catch (error) {
      group.forEach(({reject}) => reject(notWritten(error)))
      return
    }
    sequence += transactions.length
    for (const transaction of transactions) {
      for (const change of transaction.changes) show(documents, change)
      listeners.forEach((listener) => listener(transaction))
    }
    answers.forEach((answer) => answer())
  }

  const stage = async (
    request: CommitRequest,
    layer: OverlaidDocuments,
    before: readonly Transaction[],
  ): Promise<Staged> => {
    const {transactionId = crypto.randomUUID()} = request
    checkTransactionId(
      transactionId,
      (id) => storage.hasTransaction(id) || before.some((each) => each.id === id),
    )
    const stamp: Stamp = {
      transactionId,
      timestamp: clock(),
      autoGenerateArrayKeys: request.autoGenerateArrayKeys === true,
    }
    const set = new WorkingSet(layer, stamp)
    const results = await request.apply(set)
    const changes = set.changes()
    request.authorize(changes)
    set.checkIntegrity()
    const commit = {transactionId, results, changes, documentAfter: (id: string) => set.get(id)}
    if (request.dryRun === true || changes.length === 0) return {commit}
    for (const change of changes) show(layer, change)
    const {author} = request
    const {mutations} = set
    const {timestamp} = stamp
    const place = sequence + before.length + 1
    return {
      commit,
      transaction: {id: transactionId, sequence: place, timestamp, author, mutations, changes},
    }
  }

  return {
    commit(request) {
      return new Promise((resolve, reject) => {
        waiting.push({request, resolve, reject})
        draining ??= drain()
      })
    },
    onCommit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settled: async () => draining,
  }
}

function show(
  documents: Pick<WritableDocumentSet, 'put' | 'remove'>,
  {id, after}: DocumentChange,
): void {
  if (after) documents.put(after)
  else documents.remove(id)
}

function checkTransactionId(id: string, isUsed: (id: string) => boolean): void {
  if (!TRANSACTION_ID.test(id))
    throw badRequest(`${JSON.stringify(id)} is not a valid transaction ID`)
  if (isUsed(id)) {
    throw new ApiError(
      409,
      'transactionIdAlreadyUsedError',
      `Transaction ID "${id}" has been used already`,
    )
  }
}

/** Never the same time twice and never backwards, so that time orders transactions as the log does. */
function createClock(): () => string {
  let last = 0
  return () => {
    last = Math.max(Date.now(), last + 1)
    return new Date(last).toISOString()
  }
}

function notWritten(error: unknown): ApiError {
  const reason = error instanceof Error ? error.message : String(error)
  return new ApiError(503, 'storageError', `The lake could not write to its storage: ${reason}`)
}
