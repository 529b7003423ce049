/**
 * An id for a transaction that was given none: a UUID of version 7. Ids that follow each other in time lie beside each
 * other in the store's index, so that those of one group are written with one page of it and not with one page each.
 */
export function newTransactionId(timestamp: string): string {
  const time = Date.parse(timestamp).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`
}
