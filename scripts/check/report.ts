import type {Reason, State} from '../../plugins/claim-gate/node.ts'

/** Something that should not be so, with what to do about it. */
export interface Finding {
  about:
    | 'delivery'
    | 'seal'
    | 'content'
    | 'incident'
    | 'review'
    | 'snapshot'
    | 'checkpoint'
    | 'import'
    | 'dataset'
  /** Of the document that it is about. */
  id: string
  message: string
}

/** Where one published document stands. */
export interface DocumentReport {
  id: string
  type: string
  state: State
  delivered: boolean
  /** `path` leads from the document to what moved. */
  reasons: readonly {kind: Reason['kind']; path?: readonly string[]}[]
  /** ISO 8601, the end that is in sight. */
  until?: string
}

/** Attributes as a hosted plan limits them: distinct paths, each once for each kind of value. */
export interface AttributeCount {
  count: number
  /** The type whose documents have most; none in an empty dataset. */
  largest?: {type: string; count: number}
}

export interface CheckReport {
  /** ISO 8601. */
  checkedAt: string
  documents: readonly DocumentReport[]
  findings: readonly Finding[]
  /** Absent where they were not counted. */
  attributes?: AttributeCount
}
