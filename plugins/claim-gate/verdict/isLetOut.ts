import type {World} from './worldState.ts'
import {sealCode} from './sealCode.ts'
import {isAccepted} from './standingOf.ts'

/**
 * Whether content of a document was let out before and waits for nobody: its seal accepts it now, or was made for exactly
 * this content before it was recalled.
 */
export function isLetOut({seals, now}: World, id: string, fingerprint: string): boolean {
  const seal = seals.get(id)
  if (!seal) return false
  return isAccepted(fingerprint, seal.accepts, now) || seal.code === sealCode(id, fingerprint)
}
