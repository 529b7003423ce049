/**
 * Where a listener stands in the log: behind one document's event of a transaction, or with no document behind all of
 * them.
 */
export interface EventPosition {
  transactionId: string
  documentId?: string
}

/** The position as the id of a server-sent event. */
export function eventIdOf({transactionId, documentId = ''}: EventPosition): string {
  return `${transactionId}#${documentId}`
}

/** The position that a client sends back when it returns. */
export function positionOf(eventId: string): EventPosition {
  const [transactionId = '', documentId = ''] = eventId.split('#')
  return documentId === '' ? {transactionId} : {transactionId, documentId}
}
