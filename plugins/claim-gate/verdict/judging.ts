import type {Accept} from '../model/gateDocuments.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {Standing} from './standing.ts'
import type {World} from './worldState.ts'

/** One world that is judged, with everything that was found out about it so far. */
export interface Judging {
  readonly model: GateModel
  readonly world: World
  /** Where the document under an id stands by itself; `undefined` where there is none. */
  standing: (id: string) => Standing | undefined
  /** Fingerprints on which dependants of the document under an id may rest; none where there is no document. */
  accepts: (id: string) => readonly Accept[]
}
