import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {requiredRoles} from '../model/requiredRoles.ts'

/** What a change touches before a word of it is written. */
export interface ChangeImpact {
  /** Dependants by type, those of most first. */
  counts: readonly {type: string; count: number}[]
  /** Roles that will be asked, in the order of the gate's options. */
  roles: readonly string[]
}

/** Counts what rests on a document, and who would have to look at it if its content changed. */
export function changeImpact(
  model: GateModel,
  document: GateDocument,
  dependants: readonly GateDocument[],
): ChangeImpact {
  const byType = Map.groupBy(dependants, ({_type}) => _type)
  const asked = new Set([document, ...dependants].flatMap((each) => requiredRoles(model, each)))
  return {
    counts: [...byType]
      .map(([type, all]) => ({type, count: all.length}))
      .toSorted((a, b) => b.count - a.count),
    roles: Object.keys(model.options.roles).filter((role) => asked.has(role)),
  }
}
