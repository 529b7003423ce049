import type {SanityClient} from '@sanity/client'
import {idAt, sealId, type GateDocument, type GateModel} from '../../plugins/claim-gate/node.ts'
import {documentsAt} from './documentsAt.ts'
import {inParts} from './pages.ts'
import {readLogs, type LogLine} from './readLogs.ts'
import type {Finding} from './report.ts'

const RAW = {perspective: 'raw', useCdn: false} as const
const PUBLISHED = '[!(_id in path("drafts.**"))][!(_id in path("versions.**"))]'
const PART = 400

interface Asset {
  _id: string
  group: string | null
}

/**
 * Whatever has to go out first through a launch did: while its group had an agreement, nothing went out by itself. Who
 * takes the agreement away for as long as it takes to publish leaves no other trace.
 */
export async function checkFirstOut(client: SanityClient, model: GateModel): Promise<Finding[]> {
  const agreements = await agreementsOf(client, model)
  if (agreements.size === 0) return []
  const paths = new Map(
    Object.values(model.types).flatMap(({name, firstPublish}) =>
      firstPublish ? [[name, firstPublish.groupPath] as const] : [],
    ),
  )
  const launched = new Set(
    await client.fetch<string[]>(
      'array::unique(*[_type == "checkpoint"][kind == "launch"][outcome == "passed"].members[])',
      {},
      RAW,
    ),
  )
  const findings: Finding[] = []
  for (const [type, path] of paths) {
    const assets = await client.fetch<Asset[]>(
      `*[_type == $type]${PUBLISHED} | order(_id asc){_id, "group": coalesce(${path}._ref, ${path})}`,
      {type},
      RAW,
    )
    const alone = assets.filter(({_id}) => !launched.has(_id))
    findings.push(...(await wentOutAlone(client, path, agreements, alone)))
  }
  return findings
}

/** The published agreement of each group. */
async function agreementsOf(
  client: SanityClient,
  model: GateModel,
): Promise<Map<string, GateDocument>> {
  const {agreement} = model.options
  if (!agreement) return new Map()
  const found = await client.fetch<GateDocument[]>(
    `*[_type == $type]${PUBLISHED}`,
    {type: agreement.type},
    RAW,
  )
  return new Map(
    found.flatMap((document) => {
      const group = idAt(document, agreement.groupPath)
      return group === undefined ? [] : [[group, document] as const]
    }),
  )
}

async function wentOutAlone(
  client: SanityClient,
  path: string,
  agreements: ReadonlyMap<string, GateDocument>,
  assets: readonly Asset[],
): Promise<Finding[]> {
  const bound = assets.filter(({group}) => agreements.has(group ?? ''))
  if (bound.length === 0) return []
  const seals = await inParts(bound, PART, (part) =>
    client.fetch<GateDocument[]>('*[_id in $ids]', {ids: part.map(({_id}) => sealId(_id))}, RAW),
  )
  const logs = await readLogs(client, [
    ...seals.map(({_id}) => _id),
    ...[...agreements.values()].map(({_id}) => _id),
  ])
  const findings: Finding[] = []
  for (const {_id} of bound) {
    const seal = seals.find((each) => each._id === sealId(_id))
    const log = logs.get(sealId(_id)) ?? []
    const out = seal && firstIn(log, seal)
    if (out === undefined) continue
    const [then] = await documentsAt(client, [_id], {time: out})
    const group = then && idAt(then, path)
    const agreement = group === undefined ? undefined : agreements.get(group)
    const agreed = agreement && logs.get(agreement._id)?.[0]?.timestamp
    if (agreement && agreed !== undefined && Date.parse(agreed) < Date.parse(out))
      findings.push({
        about: 'content',
        id: _id,
        message: `went out at ${out} without a launch, while ${agreement._id} asked for one: find out who took that away meanwhile, and have content and training go out together`,
      })
  }
  return findings
}

/** A seal is drafted just before it goes out with what it seals. */
const DRAFTED_MS = 600_000

/** When a seal first went out; nothing of one that was brought in from elsewhere, whose log begins there. */
function firstIn([first]: readonly LogLine[], {_createdAt}: GateDocument): string | undefined {
  const isHere =
    first && Math.abs(Date.parse(first.timestamp) - Date.parse(_createdAt ?? '')) < DRAFTED_MS
  return isHere ? first.timestamp : undefined
}
