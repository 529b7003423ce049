import type {JsonRecord} from '../../../plugins/claim-gate/model/record.ts'

/** A document as the dataset holds it. */
export interface Stored extends JsonRecord {
  readonly _id: string
  readonly _rev: string
  readonly _type: string
}

/** A claim by its published id, with the copies that there are. */
export interface ClaimCopies {
  id: string
  draft?: Stored
  published?: Stored
  /** Copies in releases. */
  versions: readonly Stored[]
}

/** A product, an indication or a piece of evidence by the names that people use for it. */
export interface Source {
  /** Published id. */
  id: string
  type: SourceType
  title: string
  names: readonly string[]
  /** Only what is published may be referenced firmly. */
  isPublished: boolean
  isRetracted: boolean
}

export type SourceType = 'product' | 'indication' | 'evidence'

/** All of a dataset against which rows are read. */
export interface Library {
  claims: readonly ClaimCopies[]
  sources: readonly Source[]
  /** Published ids that a claim would get, of documents that are none. */
  takenIds: readonly string[]
}
