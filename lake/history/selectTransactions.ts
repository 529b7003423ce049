import type {Context} from 'hono'
import {badRequest} from '../apiError.ts'
import type {Storage, Transaction} from '../storage/storage.ts'

/** One answer holds no more; who wants what lies beyond asks on from the last one. */
const MOST_TRANSACTIONS = 10_000

/**
 * The part of the log that was asked for; both ends of a range are in it, and either may be a transaction that touched
 * none of the documents, as the publishing of a document did not touch the draft that came after it.
 */
export function selectTransactions<
  T extends Pick<Transaction, 'sequence' | 'timestamp' | 'author'>,
>(c: Context, storage: Storage, all: readonly T[]): T[] {
  const {fromTransaction, toTransaction, authors, reverse} = c.req.query()
  const limit = count(c, 'limit') ?? MOST_TRANSACTIONS
  const [from, until] = [instant(c, 'fromTime'), instant(c, 'toTime')]
  const first = fromTransaction ? storage.transaction(fromTransaction)?.sequence : 0
  const last = toTransaction
    ? storage.transaction(toTransaction)?.sequence
    : Number.POSITIVE_INFINITY
  if (first === undefined || last === undefined) return []
  const names = authors?.split(',')
  const range = all
    .filter(({sequence}) => sequence >= first && sequence <= last)
    .filter(({timestamp}) => from === undefined || Date.parse(timestamp) >= from)
    .filter(({timestamp}) => until === undefined || Date.parse(timestamp) <= until)
    .filter(({author}) => !names || names.includes(author))
  const ordered = reverse === 'true' ? range.toReversed() : range
  return ordered.slice(0, Math.min(limit, MOST_TRANSACTIONS))
}

export function instant(c: Context, name: string): number | undefined {
  const time = c.req.query(name)
  if (!time) return undefined
  const milliseconds = Date.parse(time)
  if (Number.isNaN(milliseconds)) throw badRequest(`"${name}" is not a time: ${time}`)
  return milliseconds
}

export function count(c: Context, name: string): number | undefined {
  const number = c.req.query(name)
  if (!number) return undefined
  if (!/^\d{1,15}$/u.test(number)) throw badRequest(`"${name}" is not a number: ${number}`)
  return Number(number)
}
