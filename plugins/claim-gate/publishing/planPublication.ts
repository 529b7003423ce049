import type {SanityClient} from '@sanity/client'
import {isGated, type GateDocument, type GateModel} from '../model/gateModel.ts'
import type {Seal} from '../model/gateDocuments.ts'
import {buildSeal, isSameSeal} from '../sealer/buildSeal.ts'
import {instantOf} from '../verdict/instant.ts'
import {createJudging} from '../verdict/createJudging.ts'
import {verdictOf} from '../verdict/judge.ts'
import type {Judging} from '../verdict/judging.ts'
import type {Verdict} from '../verdict/verdict.ts'
import {dependantsOf} from '../world/dependantsOf.ts'
import {loadCopies} from '../world/loadCopies.ts'
import {loadWorld} from '../world/loadWorld.ts'

/** Why nothing was published. */
export type Refusal =
  | {reason: 'nothingToPublish'; ids: readonly string[]}
  | {reason: 'notGated'; ids: readonly string[]}
  | {reason: 'notAligned'; verdicts: Readonly<Record<string, Verdict>>}
  | {reason: 'notYetEffective'; ids: readonly string[]; from: string}
  | {reason: 'lostRace'; ids: readonly string[]}

interface Member {
  id: string
  draft: GateDocument
  published?: GateDocument
}

/** What one publication writes: members, and every seal that is not yet what it must be then. */
export interface Publication {
  now: string
  members: readonly Member[]
  /** Sources before what rests on them. */
  seals: readonly {seal: Seal; current?: Seal}[]
}

/** Judges the members as they would stand together, and plans the seals of the world that this makes. */
export async function planPublication(
  client: SanityClient,
  model: GateModel,
  ids: readonly string[],
  transactionId: string,
  now?: string,
): Promise<Publication | {refused: Refusal}> {
  const copies = await loadCopies(client, ids)
  const members = copies.flatMap(({id, draft, published}) =>
    draft ? [{id, draft, ...(published ? {published} : {})}] : [],
  )
  if (members.length < ids.length) {
    return {
      refused: {
        reason: 'nothingToPublish',
        ids: ids.filter((id) => !members.some((member) => member.id === id)),
      },
    }
  }
  const ungated = members.filter(({draft}) => !isGated(model, draft._type))
  if (ungated.length > 0) return {refused: {reason: 'notGated', ids: ungated.map(({id}) => id)}}
  const dependants = await dependantsOf(client, model, ids)
  const world = await loadWorld(client, model, {
    ids: dependants,
    overlay: members.map(({draft}) => draft),
    ...(now ? {now} : {}),
  })
  const judging = createJudging(model, world)
  const refused = refusalOf(judging, members)
  return refused
    ? {refused}
    : {now: world.now, members, seals: sealsOf(judging, members, transactionId)}
}

function refusalOf(judging: Judging, members: readonly Member[]): Refusal | undefined {
  const {world} = judging
  const verdicts = members.flatMap(({id}): [string, Verdict][] => {
    const standing = judging.standing(id)
    return standing ? [[id, verdictOf(judging, standing)]] : []
  })
  const blocked = verdicts.filter(([, {state}]) => state !== 'aligned')
  if (blocked.length > 0) return {reason: 'notAligned', verdicts: Object.fromEntries(blocked)}
  for (const [id, {horizon}] of verdicts) {
    const from = horizon?.from
    const inForce = world.seals.get(id)?.rev !== undefined
    if (from && inForce && instantOf(from) > instantOf(world.now)) {
      return {reason: 'notYetEffective', ids: [id], from}
    }
  }
  return undefined
}

/** A published member has the transaction as its revision; whatever else is aligned then keeps its own. */
function sealsOf(
  judging: Judging,
  members: readonly Member[],
  transactionId: string,
): Publication['seals'] {
  const {model, world} = judging
  const ids = new Set(members.map(({id}) => id))
  return [...world.documents].flatMap(([id, document]) => {
    if (!isGated(model, document._type)) return []
    const rev = ids.has(id) ? transactionId : document._rev
    const standing = judging.standing(id)
    if (!rev || !standing || verdictOf(judging, standing).state !== 'aligned') return []
    const current = world.seals.get(id)
    const seal = buildSeal(judging, standing, rev)
    if (current && isSameSeal(current, seal)) return []
    return [{seal, ...(current ? {current} : {})}]
  })
}
