import type {Closure} from '../closure/closureOf.ts'
import type {Pin, Review} from '../model/gateDocuments.ts'
import type {GateDocument} from '../model/gateModel.ts'
import type {RoleStanding} from './verdict.ts'

/** A document's own conditions, without asking whether what it rests on is itself aligned. */
export interface Standing {
  id: string
  document: GateDocument
  fingerprint: string
  closure: Closure
  pins: readonly Pin[]
  roles: readonly RoleStanding[]
  withdrawal?: Review
  /** Signed since the newest withdrawal, oldest first. */
  reviews: readonly Review[]
}
