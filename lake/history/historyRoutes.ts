import {Hono, type Context} from 'hono'
import {unauthorized} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'
import {isRecord} from '../json.ts'
import {effectsOf} from '../listen/mutationEvents.ts'
import type {DocumentChange, Transaction} from '../storage/storage.ts'
import {documentEvents} from './documentEvents.ts'

/** What happened: `/data/history/:dataset/…`, for whoever has a token. */
export function historyRoutes(context: LakeContext): Hono<LakeEnv> {
  const {storage} = context
  const routes = new Hono<LakeEnv>()
  routes.use('*', async (c, next) => {
    if (!c.get('account')) throw unauthorized('History needs a token')
    await next()
  })
  routes.get('/:dataset/transactions/:ids', (c) => {
    const ids = c.req.param('ids').split(',')
    const lines = selected(c, storage.transactionsOf(ids)).map((transaction) =>
      line(c, transaction, ids),
    )
    c.header('content-type', 'application/x-ndjson')
    return c.body(lines.map((each) => `${JSON.stringify(each)}\n`).join(''))
  })
  routes.get('/:dataset/events/documents/:id', (c) => {
    const id = c.req.param('id')
    return c.json({events: {[id]: documentEvents(storage, id)}, nextCursor: ''})
  })
  routes.get('/:dataset/documents/:ids', (c) => {
    const at = stateAt(c.req.query('revision'), c.req.query('time'))
    const documents = c.req
      .param('ids')
      .split(',')
      .flatMap((id) => {
        const change = storage
          .transactionsOf([id])
          .filter(at.includes)
          .flatMap(({changes}) => changes.filter((each) => each.id === id))
          .at(-1)
        return change?.after ?? []
      })
    return c.json({documents})
  })
  return routes

  function stateAt(revision: string | undefined, time: string | undefined) {
    const limit = revision === undefined ? undefined : sequenceOf(revision)
    const instant = time === undefined ? Number.POSITIVE_INFINITY : Date.parse(time)
    return {
      includes: (transaction: Transaction): boolean =>
        (limit === undefined || transaction.sequence <= limit) &&
        Date.parse(transaction.timestamp) <= instant,
    }
  }

  function sequenceOf(id: string): number {
    return storage.transaction(id)?.sequence ?? -1
  }
}

/** The part of the log that was asked for; both ends of a range of transactions are in it. */
function selected(c: Context, transactions: readonly Transaction[]): Transaction[] {
  const {fromTransaction, toTransaction, fromTime, toTime, authors, limit, reverse} = c.req.query()
  const start = fromTransaction ? transactions.findIndex(({id}) => id === fromTransaction) : 0
  const end = toTransaction
    ? transactions.findIndex(({id}) => id === toTransaction)
    : transactions.length - 1
  if (start < 0 || end < 0) return []
  const names = authors?.split(',')
  const range = transactions
    .slice(start, end + 1)
    .filter(({timestamp}) => !fromTime || timestamp >= fromTime)
    .filter(({timestamp}) => !toTime || timestamp <= toTime)
    .filter(({author}) => !names || names.includes(author))
  const ordered = reverse === 'true' ? range.toReversed() : range
  return ordered.slice(0, limit ? Number(limit) : undefined)
}

function line(c: Context, transaction: Transaction, ids: readonly string[]): object {
  const {id, timestamp, author, changes} = transaction
  const own = changes.filter((change) => ids.includes(change.id))
  const named = c.req.query('includeIdentifiedDocumentsOnly') === 'true' ? own : changes
  return {
    id,
    timestamp,
    author,
    documentIDs: named.map((change) => change.id),
    ...(c.req.query('excludeContent') === 'true'
      ? {}
      : {mutations: mutationsOf(transaction, named)}),
    ...(c.req.query('effectFormat') === 'mendoza'
      ? {
          effects: Object.fromEntries(
            own.map((change) => [change.id, effectsOf(change.before, change.after)]),
          ),
        }
      : {}),
  }
}

/** What was asked of the documents that are named, as it was asked. */
function mutationsOf({mutations}: Transaction, named: readonly DocumentChange[]): unknown[] {
  const ids = new Set(named.map((change) => change.id))
  return mutations.filter((mutation) => {
    const [operation] = isRecord(mutation) ? Object.values(mutation) : []
    const id = isRecord(operation) ? (operation._id ?? operation.id) : undefined
    return typeof id === 'string' && ids.has(id)
  })
}
