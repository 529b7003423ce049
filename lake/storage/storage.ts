/** A document as stored: published (`a`), draft (`drafts.a`) or version (`versions.<release>.a`). */
export interface LakeDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [field: string]: unknown
}

/** What one transaction did to one document. `before` is absent for a created one, `after` for a deleted one. */
export interface DocumentChange {
  id: string
  before?: LakeDocument
  after?: LakeDocument
}

/** One committed transaction: the unit of history, of listener events and of durability. */
export interface Transaction {
  /** Also the `_rev` of every document it touched. */
  id: string
  /** Position in the log, 1-based, without gaps. */
  sequence: number
  /** ISO 8601, UTC. */
  timestamp: string
  /** Account id. */
  author: string
  /** One operation each, as clients write them, every one with the id of its document. */
  mutations: readonly unknown[]
  changes: readonly DocumentChange[]
}

/** That a transaction touched some documents, and which of them were there after it. */
export interface Touch extends Pick<Transaction, 'id' | 'sequence' | 'timestamp' | 'author'> {
  documents: readonly {id: string; present: boolean}[]
}

/** From one byte to another, both included. */
export interface ByteRange {
  start: number
  end: number
}

/** Files lie in parts of this size on disk: a store is of no use to a program that counts with another. */
export const PART_BYTES = 256 * 1024

/** Where acknowledged transactions live. */
export interface Storage {
  /** Every document's latest state, once, at start. */
  load(): Iterable<LakeDocument>
  lastSequence(): number
  /** Returns only when all of them are on disk: all or none. */
  append(transactions: readonly Transaction[]): void
  hasTransaction(id: string): boolean
  transaction(id: string): Transaction | undefined
  /** The transactions that touched any of the documents, oldest first. */
  transactionsOf(documentIds: readonly string[]): Transaction[]
  /** Those that follow a position in the log, oldest first. */
  transactionsAfter(sequence: number, limit: number): Transaction[]
  /** How any of the documents were touched, oldest first, without reading what is in them. */
  touchesOf(documentIds: readonly string[]): Touch[]
  /** A document as the transaction at a position in the log, one that touched it, left it. */
  documentAt(id: string, sequence: number): LakeDocument | undefined
  putBlob(id: string, bytes: Uint8Array): void
  /** Its size in bytes, without reading it. */
  blobSize(id: string): number | undefined
  /** All of it, or a part; what it costs goes by how much is asked for. */
  getBlob(id: string, part?: ByteRange): Uint8Array | undefined
  close(): void
}
