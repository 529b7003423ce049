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

export interface CheckReport {
  /** ISO 8601. */
  checkedAt: string
  documents: readonly DocumentReport[]
  findings: readonly Finding[]
}
