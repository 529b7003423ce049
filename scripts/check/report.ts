import type {Reason, State, Verdict} from '../../plugins/claim-gate/node.ts'

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

/** Where a draft stands, by the id under which it would be published. */
export interface DraftReport {
  id: string
  type: string
  state: State
  /** `path` leads from the document to what moved. */
  reasons: readonly {kind: Reason['kind']; path?: readonly string[]}[]
  /** Roles whose signature it lacks. */
  waitsFor: readonly string[]
  /** With which it would go out. */
  checkpoint?: string
}

/** Where one published document stands. */
export interface DocumentReport extends Omit<DraftReport, 'checkpoint'> {
  delivered: boolean
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
  drafts: readonly DraftReport[]
  findings: readonly Finding[]
  /** Absent where they were not counted. */
  attributes?: AttributeCount
}

/** A verdict as a report tells it. */
export const reported = ({
  state,
  reasons,
  roles,
}: Verdict): Pick<DraftReport, 'state' | 'reasons' | 'waitsFor'> => ({
  state,
  reasons: reasons.map((reason) => ({
    kind: reason.kind,
    ...('path' in reason ? {path: reason.path} : {}),
  })),
  waitsFor: roles.filter(({approvals}) => approvals.length === 0).map(({role}) => role),
})
