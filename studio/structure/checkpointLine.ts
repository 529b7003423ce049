/** A checkpoint as one line: the gate's own page of it is the only place where it is changed. */
export interface CheckpointLine {
  _id: string
  title: string | null
  kind: string | null
  /** `YYYY-MM-DD` */
  dueOn: string | null
  outcome: string | null
}

export const isCheckpointLine = (value: unknown): value is CheckpointLine =>
  typeof value === 'object' && value !== null && '_id' in value && typeof value._id === 'string'

/** Projection of a checkpoint to its line. */
export const CHECKPOINT_LINE = '{_id, title, kind, dueOn, outcome}'
