import type {Review, Seal} from '../model/gateDocuments.ts'
import {byMember, type Checkpoint} from '../model/checkpoint.ts'
import type {GateDocument} from '../model/gateModel.ts'
import type {OwnDates} from '../verdict/ownDates.ts'
import type {World} from '../verdict/worldState.ts'
import type {ProofHeader} from './proofRecord.ts'

/** What the checks need of a snapshot once its content was found to be what its fingerprint says. */
export interface SnapshotFacts {
  subject: string
  subjectType: string
  fingerprint: string
  dates: OwnDates
}

/** Everything that a proof holds, each found right by itself; by id. */
export interface ProofContents {
  header: ProofHeader
  documents: Map<string, GateDocument>
  /** Documents that gated content refers to and that ask for no role. */
  ungated: Map<string, GateDocument>
  reviews: Map<string, Review>
  snapshots: Map<string, SnapshotFacts>
  /** By subject. */
  seals: Map<string, Seal>
  incidents: Set<string>
  checkpoints: Map<string, Checkpoint>
  /** By group: that there is one, which is why documents of the group first go out together. */
  agreements: Map<string, GateDocument>
  /** Line of each id. */
  lines: Map<string, number>
}

export function emptyContents(header: ProofHeader): ProofContents {
  return {
    header,
    documents: new Map(),
    ungated: new Map(),
    reviews: new Map(),
    snapshots: new Map(),
    seals: new Map(),
    incidents: new Set(),
    checkpoints: new Map(),
    agreements: new Map(),
    lines: new Map(),
  }
}

/** The published world at the moment of the export. */
export function worldOf(contents: ProofContents): World {
  const {header, documents, ungated, reviews, seals, checkpoints, agreements} = contents
  const bySubject = Map.groupBy(reviews.values(), ({subject}) => subject)
  return {
    now: header.exportedAt,
    basis: 'published',
    documents: new Map([...documents, ...ungated]),
    reviews: bySubject,
    seals,
    checkpoints: byMember([...checkpoints.values()].filter(counts)),
    agreements,
  }
}

/** Open, or gone out: what was merged or given up holds nothing and lets nothing out. */
const counts = ({outcome}: Checkpoint): boolean => outcome === undefined || outcome === 'passed'
