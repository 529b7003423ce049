import {Hono, type Context} from 'hono'
import {badRequest, unauthorized} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'
import type {LakeDocument, Storage, Touch} from '../storage/storage.ts'
import {asLines} from './asLines.ts'
import {documentEvents} from './documentEvents.ts'
import type {DocumentEvent} from './eventOf.ts'
import {count, instant, selectTransactions} from './selectTransactions.ts'
import {headLine, isHeadOnly, transactionLine} from './transactionLine.ts'

/** One page of events, unless asked for fewer. */
const MOST_EVENTS = 1000

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
    const flag = (name: string): boolean => c.req.query(name) === 'true'
    const options = {
      onlyIdentified: flag('includeIdentifiedDocumentsOnly'),
      mutations: !flag('excludeContent') && !flag('excludeMutations'),
      mendoza: c.req.query('effectFormat') === 'mendoza',
    }
    const lines = isHeadOnly(options)
      ? asLines(selectTransactions(c, storage, storage.touchesOf(ids)), headLine)
      : asLines(selectTransactions(c, storage, storage.transactionsOf(ids)), (transaction) =>
          transactionLine(transaction, ids, options),
        )
    return c.body(lines, 200, {'content-type': 'application/x-ndjson'})
  })
  routes.get('/:dataset/events/documents/:id', (c) => {
    const id = c.req.param('id')
    const {events, nextCursor} = page(c, documentEvents(storage, id))
    return c.json({events: {[id]: events}, nextCursor})
  })
  routes.get('/:dataset/documents/:ids', (c) => {
    const documentAt = momentOf(c, storage)
    const ids = c.req.param('ids').split(',')
    const documents = ids.flatMap((id) => documentAt(id) ?? [])
    return c.json({documents})
  })
  return routes
}

/** One page of events, newest first; the cursor is the last event that was told. */
function page(
  c: Context,
  all: readonly DocumentEvent[],
): {events: readonly DocumentEvent[]; nextCursor: string} {
  const {nextCursor: cursor} = c.req.query()
  const limit = Math.min(count(c, 'limit') ?? MOST_EVENTS, MOST_EVENTS)
  const start = cursor ? all.findIndex(({id}) => id === cursor) + 1 : 0
  if (cursor && start === 0) throw badRequest(`"nextCursor" is none of this document: ${cursor}`)
  const events = all.slice(start, start + limit)
  const isLast = start + events.length >= all.length
  return {events, nextCursor: isLast ? '' : (events.at(-1)?.id ?? '')}
}

/** Gives a document at the moment that is asked for: at a revision, at a time, or when it was there last. */
function momentOf(c: Context, storage: Storage): (id: string) => LakeDocument | undefined {
  const {revision, time, lastRevision} = c.req.query()
  if ([revision, time, lastRevision].filter(Boolean).length > 1)
    throw badRequest('Only one of "revision", "time" and "lastRevision" can be asked for')
  // A revision that never was comes before everything, so that nothing is found at it.
  const limit = revision ? (storage.transaction(revision)?.sequence ?? -1) : undefined
  const until = instant(c, 'time') ?? Number.POSITIVE_INFINITY
  const fits = ({sequence, timestamp, documents}: Touch): boolean =>
    lastRevision === 'true'
      ? documents.some(({present}) => present)
      : (limit === undefined || sequence <= limit) && Date.parse(timestamp) <= until
  return (id) => {
    const touch = storage.touchesOf([id]).findLast(fits)
    return touch && storage.documentAt(id, touch.sequence)
  }
}
