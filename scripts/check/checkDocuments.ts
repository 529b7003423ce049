import type {SanityClient} from '@sanity/client'
import {sealHolds} from '../../plugins/claim-gate/delivery/index.ts'
import {
  createJudging,
  loadWorld,
  planSeals,
  verdictOf,
  type GateModel,
  type Verdict,
} from '../../plugins/claim-gate/node.ts'
import {inParts} from './pages.ts'
import type {DocumentReport, Finding} from './report.ts'

const PART = 400
/** Of published content that nobody let through. */
const UNAPPROVED: readonly string[] = ['changed', 'unreviewed', 'inReview', 'changesRequested']

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
    findings.push(...findingsOf(report, unsealed.has(id), hasBegun))
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
  const {state, reasons, horizon} = verdict
  return {
    id,
    type,
    state,
    delivered,
    reasons: reasons.map((reason) => ({
      kind: reason.kind,
      ...('path' in reason ? {path: reason.path} : {}),
    })),
    ...(horizon?.until ? {until: horizon.until} : {}),
  }
}

function findingsOf(
  {id, state, delivered}: DocumentReport,
  isUnsealed: boolean,
  hasBegun: boolean,
): Finding[] {
  const reseal = 'run npm run reseal'
  if (delivered && state !== 'aligned')
    return [{about: 'delivery', id, message: `is delivered and ${state}: ${reseal}`}]
  if (!delivered && state === 'aligned' && hasBegun)
    return [{about: 'delivery', id, message: `is aligned and not delivered: ${reseal}`}]
  if (UNAPPROVED.includes(state)) {
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
