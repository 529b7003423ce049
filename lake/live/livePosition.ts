import {hash} from 'node:crypto'
import type {Storage, Transaction} from '../storage/storage.ts'

/** How many transactions a listener that comes back may have missed and still be told of each. */
const RESUMABLE = 1000

/** A place in the log as the id of an event; it also says which log, so that no other one is taken for it. */
export const positionAfter = ({sequence, id}: Pick<Transaction, 'sequence' | 'id'>): string =>
  `${sequence}-${hash('sha256', id, 'base64url').slice(0, 11)}`

/** The place behind all that was committed. */
export function currentPosition(storage: Storage): string {
  const [newest] = storage.transactionsAfter(storage.lastSequence() - 1, 1)
  return positionAfter(newest ?? {sequence: 0, id: ''})
}

/** What was committed since a position; `undefined` where it is not one of this log, or too long ago. */
export function transactionsSince(storage: Storage, position: string): Transaction[] | undefined {
  const sequence = Number(/^(\d{1,15})-/u.exec(position)?.[1] ?? Number.NaN)
  if (Number.isNaN(sequence) || storage.lastSequence() - sequence > RESUMABLE) return undefined
  const [last = {sequence: 0, id: ''}] =
    sequence === 0 ? [] : storage.transactionsAfter(sequence - 1, 1)
  return positionAfter(last) === position
    ? storage.transactionsAfter(sequence, RESUMABLE)
    : undefined
}
