import type {SanityClient} from '@sanity/client'
import {
  createJudging,
  dependantsOf,
  loadWorld,
  signerOf,
  verdictOf,
  type GateDocument,
  type GateModel,
} from '../../plugins/claim-gate/node.ts'
import {claimId} from './build.ts'
import {product} from './product.ts'
import {publishMany, type Publishing} from './publishMany.ts'
import type {SeedOptions} from './seedDemo.ts'
import {seriesAssets, SERIES_PREFIX} from './series/seriesAssets.ts'
import {SHARED_CLAIM, TOPICS} from './series/topics.ts'

export interface SeededAssets {
  /** Assets that the dataset holds now. */
  assets: number
  /** Of these, those that were written now. */
  written: number
  /** Of these, those that rest on the claim that all of them share. */
  onSharedClaim: number
}

/**
 * Adds assets to a dataset that holds the demo launch, through the gate, until it holds so many. Those that are there
 * already stay as they are; an interrupted run is gone on with.
 * @throws Error when the claims are not in force, nobody may sign, or the gate refuses; see `publishMany`.
 */
export async function seedAssets(
  {clientFor, model, onProgress, people}: Required<SeedOptions>,
  size: number,
): Promise<SeededAssets> {
  const author = clientFor('author')
  const present = await assetIds(author, model)
  const others = present.filter((id) => !id.startsWith(SERIES_PREFIX)).length
  const claims = await readClaims(author, model)
  const held = new Set(present)
  const wanted = present.length < size ? seriesAssets(size - others, claims) : []
  const missing = wanted.filter(({_id}) => !held.has(_id))
  if (missing.length > 0) {
    const signers = await signersAmong(model, people, clientFor, author)
    await publishMany({model, author, signers, onProgress}, missing)
  }
  const assets = new Set(await assetIds(author, model))
  const dependants = await dependantsOf(author, model, [claimId(SHARED_CLAIM)])
  return {
    assets: assets.size,
    written: missing.length,
    onSharedClaim: dependants.filter((id) => assets.has(id)).length,
  }
}

/** Published ids of everything that goes to the field or trains it. */
function assetIds(client: SanityClient, model: GateModel): Promise<string[]> {
  const types = Object.values(model.types)
    .filter(({side}) => side === 'content' || side === 'training')
    .map(({name}) => name)
  return client.fetch<string[]>(
    '*[_type in $types][!(_id in path("drafts.**"))][!(_id in path("versions.**"))]._id',
    {types},
    {perspective: 'raw', useCdn: false},
  )
}

/** The claims by code as they are published; nothing can go out on one that is not in force. */
async function readClaims(
  client: SanityClient,
  model: GateModel,
): Promise<ReadonlyMap<string, GateDocument>> {
  const ids = [product._id, ...Object.keys(TOPICS).map(claimId)]
  const world = await loadWorld(client, model, {ids})
  const judging = createJudging(model, world)
  const problems = ids.flatMap((id) => {
    const standing = judging.standing(id)
    if (!standing) return [`${id} is missing`]
    const {state} = verdictOf(judging, standing)
    return state === 'aligned' ? [] : [`${id} is ${state}`]
  })
  if (problems.length > 0) {
    throw new Error(
      `The assets rest on the demo launch, and ${problems.join(', ')}: have it approved, or seed a dataset that is empty`,
    )
  }
  return new Map(
    Object.keys(TOPICS).flatMap((code) => {
      const claim = world.documents.get(claimId(code))
      return claim ? [[code, claim] as const] : []
    }),
  )
}

/** For every role somebody other than the author who holds it in this dataset, and whose token is at hand. */
async function signersAmong(
  model: GateModel,
  people: Required<SeedOptions>['people'],
  clientFor: SeedOptions['clientFor'],
  author: SanityClient,
): Promise<Publishing['signers']> {
  const {id: writer} = await author.users.getById('me')
  const found: Map<string, {account: string; client: SanityClient}> = new Map()
  for (const {id} of people) {
    const signer = id === writer ? undefined : await signerOf(author, model, id)
    for (const role of signer?.roles ?? []) {
      if (!found.has(role)) found.set(role, {account: id, client: clientFor(id)})
    }
  }
  const vacant = Object.keys(model.options.roles).filter((role) => !found.has(role))
  if (vacant.length > 0) {
    throw new Error(
      `Nobody whose token is known may sign as ${vacant.join(' or ')}: give a person that function`,
    )
  }
  return found
}
