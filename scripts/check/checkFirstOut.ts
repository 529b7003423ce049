import type {SanityClient} from '@sanity/client'
import {idAt, sealId, type GateDocument, type GateModel} from '../../plugins/claim-gate/node.ts'
import {documentsAt} from './documentsAt.ts'
import {inParts} from './pages.ts'
import {readAgreements, type Asked} from './readAgreements.ts'
import {readLives} from './readLives.ts'
import type {Finding} from './report.ts'

const RAW = {perspective: 'raw', useCdn: false} as const
const PUBLISHED = '[!(_id in path("drafts.**"))][!(_id in path("versions.**"))]'
const PART = 400

interface Asset {
  _id: string
  group: string | null
}

/**
 * Whatever has to go out first through a launch did: once its group had an agreement, nothing went out by itself. Who
 * takes the agreement away for as long as it takes to publish, or for good, leaves no other trace.
 */
export async function checkFirstOut(client: SanityClient, model: GateModel): Promise<Finding[]> {
  const agreements = await readAgreements(client, model)
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

async function wentOutAlone(
  client: SanityClient,
  path: string,
  agreements: ReadonlyMap<string, Asked>,
  assets: readonly Asset[],
): Promise<Finding[]> {
  const bound = assets.filter(({group}) => agreements.has(group ?? ''))
  if (bound.length === 0) return []
  const seals = await inParts(bound, PART, (part) =>
    client.fetch<GateDocument[]>('*[_id in $ids]', {ids: part.map(({_id}) => sealId(_id))}, RAW),
  )
  const lifeOf = await readLives(client, seals)
  const sealOf = new Map(seals.map((seal) => [seal._id, seal]))
  const findings: Finding[] = []
  for (const {_id} of bound) {
    const seal = sealOf.get(sealId(_id))
    const {made, isBroughtIn} = seal ? lifeOf(seal) : {}
    // That of one that was brought in from elsewhere is another finding.
    if (!made || isBroughtIn) continue
    const out = made.timestamp
    const [then] = await documentsAt(client, [_id], {time: out})
    const group = then && idAt(then, path)
    const asked = group === undefined ? undefined : agreements.get(group)
    if (asked && Date.parse(asked.since) < Date.parse(out))
      findings.push({
        about: 'content',
        id: _id,
        message: `went out at ${out} without a launch, while ${asked.id} asked for one: find out who took that away meanwhile, and have content and training go out together`,
      })
  }
  return findings
}
