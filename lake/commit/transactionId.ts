import {ApiError, badRequest} from '../apiError.ts'

const TRANSACTION_ID = /^[A-Za-z0-9_-]{1,128}$/u

/**
 * An id for a transaction that was given none: a UUID of version 7. Ids that follow each other in time lie beside each
 * other in the store's index, so that those of one group are written with one page of it and not with one page each.
 */
export function newTransactionId(timestamp: string): string {
  const time = Date.parse(timestamp).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`
}

/** Throws for what is not an id of a transaction, or is one already. */
export function checkTransactionId(id: string, isUsed: (id: string) => boolean): void {
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
