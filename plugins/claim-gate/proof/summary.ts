import type {GatedType, RoleCondition} from '../model/gateModel.ts'
import {earlier} from '../verdict/acceptsOf.ts'
import type {Outcome} from './checkSeal.ts'
import type {ProofContents} from './proofContents.ts'

/** What a proof in which nothing is wrong says. */
export interface ProofSummary {
  exportedAt: string
  projectId: string
  dataset: string
  /** Stands for the whole file: kept elsewhere, it tells this file from every other. */
  root: string
  /** By which rules: a line for each gated type. */
  rules: readonly string[]
  counts: Readonly<
    Record<'documents' | 'reviews' | 'withdrawals' | 'snapshots' | 'seals' | 'incidents', number>
  >
  inForce: readonly string[]
  /** Until when all that is in force stays so if nothing changes; for ever when absent. */
  until?: string
  /** Published, and not delivered at that moment; `aligned` where its day has not come. */
  withheld: readonly Pick<Outcome, 'id' | 'state'>[]
}

export function summaryOf(
  contents: ProofContents,
  outcomes: readonly Outcome[],
  root: string,
): ProofSummary {
  const {header, documents, reviews, snapshots, seals, incidents} = contents
  const {exportedAt, projectId, dataset, model} = header
  const inForce = outcomes.filter(({delivered}) => delivered)
  const until = inForce.map(({horizon}) => horizon?.until).reduce(earlier, undefined)
  return {
    exportedAt,
    projectId,
    dataset,
    root,
    rules: Object.values(model.types).map(describeRules),
    counts: {
      documents: documents.size,
      reviews: reviews.size,
      withdrawals: [...reviews.values()].filter(({decision}) => decision === 'withdrawn').length,
      snapshots: snapshots.size,
      seals: seals.size,
      incidents: incidents.size,
    },
    inForce: inForce.map(({id}) => id),
    ...(until ? {until} : {}),
    withheld: outcomes.filter(({delivered}) => !delivered).map(({id, state}) => ({id, state})),
  }
}

function describeRules({name, roles, rolesWhen, firstPublish}: GatedType): string {
  return [
    `${name}: ${roles.join(', ')}`,
    ...rolesWhen.map(describeCondition),
    ...(firstPublish ? ['first out through a launch checkpoint'] : []),
  ].join('; ')
}

function describeCondition({path, in: values, add}: RoleCondition): string {
  return `${add.join(', ')} too where ${path} is ${values.join(' or ')}`
}
