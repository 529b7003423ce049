import type {GateDocument} from './gateModel.ts'
import {isRecord, listAt, textAt, textsAt, type JsonRecord} from './record.ts'

/** A launch joins content and training; a change takes a source and what rests on it. */
export const CHECKPOINT_KINDS = ['launch', 'change'] as const
export type CheckpointKind = (typeof CHECKPOINT_KINDS)[number]

/** How a checkpoint ended; only what passed has gone out. */
export const OUTCOMES = ['passed', 'merged', 'abandoned'] as const
type Outcome = (typeof OUTCOMES)[number]

export const CHECKPOINT_EVENTS = [
  'opened',
  'added',
  'removed',
  'setAside',
  'takenBack',
  'tookOver',
  'merged',
  'abandoned',
] as const
export type CheckpointEventKind = (typeof CHECKPOINT_EVENTS)[number]

/** Something that a person did to a checkpoint, signed with account and printed name; never taken away again. */
export interface CheckpointEvent {
  kind: CheckpointEventKind
  /** Published id of the document that is meant, or of the other checkpoint. */
  doc?: string
  account: string
  name: string
  /** ISO 8601 date-time. */
  at: string
  reason?: string
}

/** Documents that go out together or not at all. */
export interface Checkpoint {
  _id: string
  _rev?: string
  title: string
  kind: CheckpointKind
  /** Id of the launch; absent where the checkpoint belongs to none. */
  group?: string
  /** Account of the person who answers for it. */
  owner: string
  /** Published ids. */
  members: readonly string[]
  events: readonly CheckpointEvent[]
  /** The day by which it should pass, `YYYY-MM-DD`. */
  dueOn?: string
  /** ISO 8601 date-time; it never reopens. */
  closedAt?: string
  outcome?: Outcome
}

export const CHECKPOINT_PREFIX = 'claimGate.checkpoint.'
export const checkpointId = (uuid: string): string => `${CHECKPOINT_PREFIX}${uuid}`

/** Reads a stored checkpoint; `undefined` for one that is malformed, which holds nothing and lets nothing out. */
export function readCheckpoint(document: GateDocument): Checkpoint | undefined {
  const kind = CHECKPOINT_KINDS.find((known) => known === document.kind)
  if (!kind || !document._id.startsWith(CHECKPOINT_PREFIX)) return undefined
  const outcome = OUTCOMES.find((known) => known === document.outcome)
  if (document.outcome !== undefined && outcome === undefined) return undefined
  const optional = Object.fromEntries(
    ['_rev', 'group', 'dueOn', 'closedAt'].flatMap((key) => {
      const value = textAt(document, key)
      return value === undefined ? [] : [[key, value]]
    }),
  )
  return {
    _id: document._id,
    ...optional,
    title: textAt(document, 'title') ?? '',
    kind,
    owner: textAt(document, 'owner') ?? '',
    members: [...new Set(textsAt(document, 'members'))],
    events: listAt(document, 'events').filter(isRecord).flatMap(readEvent),
    ...(outcome ? {outcome} : {}),
  }
}

function readEvent(value: JsonRecord): CheckpointEvent[] {
  const kind = CHECKPOINT_EVENTS.find((known) => known === value.kind)
  if (!kind) return []
  const [doc, reason] = [textAt(value, 'doc'), textAt(value, 'reason')]
  return [
    {
      kind,
      ...(doc === undefined ? {} : {doc}),
      account: textAt(value, 'account') ?? '',
      name: textAt(value, 'name') ?? '',
      at: textAt(value, 'at') ?? '',
      ...(reason === undefined ? {} : {reason}),
    },
  ]
}

export const isOpen = ({closedAt, outcome}: Checkpoint): boolean =>
  closedAt === undefined && outcome === undefined

/** Dependants that the owner lets go stale with this change, each with the word that was given for it last. */
export function setAsideIn({kind, events}: Checkpoint): ReadonlyMap<string, CheckpointEvent> {
  const aside = new Map<string, CheckpointEvent>()
  if (kind !== 'change') return aside
  for (const event of events) {
    if (event.doc === undefined) continue
    if (event.kind === 'setAside') aside.set(event.doc, event)
    if (event.kind === 'takenBack') aside.delete(event.doc)
  }
  return aside
}

/** Checkpoints by each document that they name. */
export function byMember(
  checkpoints: readonly Checkpoint[],
): ReadonlyMap<string, readonly Checkpoint[]> {
  const named = checkpoints.flatMap((checkpoint) =>
    checkpoint.members.map((id) => ({id, checkpoint})),
  )
  return new Map(
    [...Map.groupBy(named, ({id}) => id)].map(([id, all]) => [
      id,
      all.map(({checkpoint}) => checkpoint),
    ]),
  )
}
