import {Hono, type Context} from 'hono'
import {badRequest, unauthorized} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'
import {isRecord} from '../json.ts'
import {effectsOf} from '../listen/mutationEvents.ts'
import type {DocumentChange, Storage, Transaction} from '../storage/storage.ts'
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
    const lines = selected(c, storage, ids).map((transaction) => line(c, transaction, ids))
    c.header('content-type', 'application/x-ndjson')
    return c.body(lines.map((each) => `${JSON.stringify(each)}\n`).join(''))
  })
  routes.get('/:dataset/events/documents/:id', (c) => {
    const id = c.req.param('id')
    return c.json({events: {[id]: documentEvents(storage, id)}, nextCursor: ''})
  })
  routes.get('/:dataset/documents/:ids', (c) => {
    const includes = momentOf(c, storage)
    const last = c.req.query('lastRevision') === 'true'
    const documents = c.req
      .param('ids')
      .split(',')
      .flatMap((id) => {
        const states = storage
          .transactionsOf([id])
          .filter(includes)
          .flatMap(({changes}) => changes.filter((change) => change.id === id))
          .map(({after}) => after)
        return (last ? states.findLast((state) => state !== undefined) : states.at(-1)) ?? []
      })
    return c.json({documents})
  })
  return routes
}

/** Which transactions had happened at the revision or the time that was asked for. */
function momentOf(c: Context, storage: Storage): (transaction: Transaction) => boolean {
  const {revision} = c.req.query()
  const limit = revision ? sequenceOf(storage, revision) : undefined
  const until = instant(c, 'time') ?? Number.POSITIVE_INFINITY
  return ({sequence, timestamp}) =>
    (limit === undefined || sequence <= limit) && Date.parse(timestamp) <= until
}

/** A revision that never was comes before everything, so that nothing is found at it. */
const sequenceOf = (storage: Storage, id: string): number => storage.transaction(id)?.sequence ?? -1

function instant(c: Context, name: string): number | undefined {
  const time = c.req.query(name)
  if (!time) return undefined
  const milliseconds = Date.parse(time)
  if (Number.isNaN(milliseconds)) throw badRequest(`"${name}" is not a time: ${time}`)
  return milliseconds
}

/**
 * The part of the log that was asked for; both ends of a range are in it, and either may be a transaction that touched
 * none of the documents, as the publishing of a document did not touch the draft that came after it.
 */
function selected(c: Context, storage: Storage, ids: readonly string[]): Transaction[] {
  const {fromTransaction, toTransaction, authors, limit, reverse} = c.req.query()
  const first = fromTransaction ? storage.transaction(fromTransaction)?.sequence : 0
  const last = toTransaction
    ? storage.transaction(toTransaction)?.sequence
    : Number.POSITIVE_INFINITY
  if (first === undefined || last === undefined) return []
  const [from, until] = [instant(c, 'fromTime'), instant(c, 'toTime')]
  const names = authors?.split(',')
  const range = storage
    .transactionsOf(ids)
    .filter(({sequence}) => sequence >= first && sequence <= last)
    .filter(({timestamp}) => from === undefined || Date.parse(timestamp) >= from)
    .filter(({timestamp}) => until === undefined || Date.parse(timestamp) <= until)
    .filter(({author}) => !names || names.includes(author))
  return (reverse === 'true' ? range.toReversed() : range).slice(0, count(limit))
}

function count(limit: string | undefined): number | undefined {
  if (!limit) return undefined
  if (!/^\d+$/u.test(limit)) throw badRequest(`"limit" is not a number: ${limit}`)
  return Number(limit)
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
