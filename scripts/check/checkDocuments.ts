import type {SanityClient} from '@sanity/client'
import {sealHolds} from '../../plugins/claim-gate/delivery/index.ts'
import {
  createJudging,
  isLetThrough,
  isTombstone,
  loadWorld,
  planSeals,
  verdictOf,
  type GateModel,
  type Verdict,
} from '../../plugins/claim-gate/node.ts'
import {inParts} from './pages.ts'
import {reported, type DocumentReport, type Finding} from './report.ts'

const PART = 400

export interface CheckedDocuments {
  documents: DocumentReport[]
  findings: Finding[]
}

/** Judges every published document that the gate holds, and compares that with its seal and with what is delivered. */
export async function checkDocuments(
  client: SanityClient,
  model: GateModel,
): Promise<CheckedDocuments> {
  const ids = await client.fetch<string[]>(
    '*[_type in $types][!(_id in path("drafts.**"))][!(_id in path("versions.**"))]._id',
    {types: Object.keys(model.types)},
    {perspective: 'raw', useCdn: false},
  )
  const world = await loadWorld(client, model, {ids})
  const delivered = new Set(await deliveredOf(client, ids))
  const judging = createJudging(model, world)
  const unsealed = new Set(planSeals(model, world, ids).seals.map(({subject}) => subject))
  const documents: DocumentReport[] = []
  const findings: Finding[] = []
  for (const id of ids) {
    const standing = judging.standing(id)
    if (!standing) continue
    const verdict = verdictOf(judging, standing)
    const report = reportOf(id, standing.document._type, verdict, delivered.has(id))
    documents.push(report)
    const hasBegun = !verdict.horizon?.from || verdict.horizon.from <= world.now
    findings.push(
      ...findingsOf(report, {
        hasBegun,
        isUnsealed: unsealed.has(id),
        isLetThrough: isLetThrough(judging, standing),
        isTombstone: isTombstone(world.seals.get(id)) && !standing.withdrawal,
      }),
    )
  }
  return {documents, findings}
}

/** Of these, what a portal is given at this moment. */
const deliveredOf = (client: SanityClient, ids: readonly string[]): Promise<string[]> =>
  inParts(ids, PART, (part) =>
    client.fetch<string[]>(
      `*[_id in $ids]${sealHolds}.subject._ref`,
      {ids: part.map((id) => `seal-${id}`)},
      {perspective: 'published', useCdn: false},
    ),
  )

function reportOf(id: string, type: string, verdict: Verdict, delivered: boolean): DocumentReport {
  const {horizon} = verdict
  return {
    id,
    type,
    ...reported(verdict),
    delivered,
    ...(horizon?.until ? {until: horizon.until} : {}),
  }
}

function findingsOf(
  {id, state, delivered}: DocumentReport,
  {hasBegun, isUnsealed, isLetThrough: isOwned, isTombstone: isRecalled}: Facts,
): Finding[] {
  // Before anything that would advise to seal it again.
  if (isRecalled) {
    const message =
      'has the seal of a recall, and no withdrawal says so, so it stays withheld: find out who removed that or wrote this; recall it again, then have it approved'
    return [{about: 'seal', id, message}]
  }
  const reseal = 'run npm run reseal'
  if (delivered && state !== 'aligned')
    return [{about: 'delivery', id, message: `is delivered and ${state}: ${reseal}`}]
  if (!delivered && state === 'aligned' && hasBegun)
    return [{about: 'delivery', id, message: `is aligned and not delivered: ${reseal}`}]
  if (!isOwned) {
    const message = `is published and ${state}: nobody let this content through; have it approved, or put it back`
    return [{about: 'content', id, message}]
  }
  return isUnsealed
    ? [
        {
          about: 'seal',
          id,
          message: `has a seal that is not what follows from its reviews: ${reseal}`,
        },
      ]
    : []
}

interface Facts {
  hasBegun: boolean
  isUnsealed: boolean
  isLetThrough: boolean
  /** It is sealed as recalled, and nothing says that it was. */
  isTombstone: boolean
}
