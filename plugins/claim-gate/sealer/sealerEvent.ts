/** One change of a document, as whoever hosts the sealer was told of it. */
export interface SealerEvent {
  documentId: string
  /** The document before the change and after it, so far as the host was told. */
  before?: unknown
  after?: unknown
}
