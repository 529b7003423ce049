import {setImmediate} from 'node:timers/promises'
import {createClock} from './clock.ts'
import {checkTransactionId, newTransactionId} from './transactionId.ts'
import {isNoRoom, notWritten} from '../storage/storageError.ts'
import {createPace} from './createPace.ts'
import {createWatch} from './createWatch.ts'
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

export interface CommitterOptions {
  /** How long the changes of one request may take to be worked out while all others wait. */
  applyLimitMs?: number
  /** Told of a listener that throws: what was committed is neither undone nor held up by it. */
  onFault?: (error: unknown) => void
}

const APPLY_LIMIT_MS = 30_000

/**
 * Creates the only writer. Requests are applied one after the other; those that came while others were being written
 * share one write to disk, and each is seen and answered only after it. When there is no room for all of them each is
 * tried alone, so that a large one keeps no small one out.
 */
export function createCommitter(
  storage: Storage,
  documents: WritableDocumentSet,
  {applyLimitMs = APPLY_LIMIT_MS, onFault = warn}: CommitterOptions = {},
): Committer {
  const listeners = new Set<(transaction: Transaction) => void>()
  let sequence = storage.lastSequence()
  const clock = createClock(storage.transactionsAfter(sequence - 1, 1)[0]?.timestamp)
  const watch = createWatch(applyLimitMs)
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
      if (isNoRoom(error) && group.length > 1) {
        // From the start: what was staged rests on transactions that are not there.
        for (const each of group) await writeGroup([each])
        return
      }
      group.forEach(({reject}) => reject(notWritten(error)))
      return
    }
    sequence += transactions.length
    for (const transaction of transactions) {
      for (const change of transaction.changes) show(documents, change)
      tell(transaction)
    }
    answers.forEach((answer) => answer())
  }

  const tell = (transaction: Transaction): void => {
    for (const listener of listeners) {
      try {
        listener(transaction)
      } catch (error) {
        onFault(error)
      }
    }
  }

  const stage = async (
    request: CommitRequest,
    layer: OverlaidDocuments,
    before: readonly Transaction[],
  ): Promise<Staged> => {
    const timestamp = clock()
    const transactionId = request.transactionId ?? newTransactionId(timestamp)
    if (request.transactionId !== undefined) {
      checkTransactionId(
        transactionId,
        (id) => storage.hasTransaction(id) || before.some((each) => each.id === id),
      )
    }
    const stamp: Stamp = {
      transactionId,
      timestamp,
      autoGenerateArrayKeys: request.autoGenerateArrayKeys === true,
    }
    const set = new WorkingSet(layer, stamp, createPace(applyLimitMs))
    const results = await watch(() => request.apply(set))
    const changes = set.changes()
    request.authorize(changes)
    set.checkIntegrity()
    const commit = {transactionId, results, changes, documentAfter: (id: string) => set.get(id)}
    if (request.dryRun === true || changes.length === 0) return {commit}
    for (const change of changes) show(layer, change)
    const {author} = request
    const {mutations} = set
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

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error))
}
