import type {SanityClient} from '@sanity/client'
import {
  createJudging,
  loadWorld,
  verdictOf,
  type GateDocument,
  type GateModel,
} from '../../plugins/claim-gate/node.ts'
import {claimId} from './build.ts'
import {product} from './product.ts'
import {TOPICS} from './series/topics.ts'

/** The claims by code as they are published; nothing can go out on one that is not in force. */
export async function readClaims(
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
