import type {SanityClient} from '@sanity/client'
import type {GateModel} from '../model/gateModel.ts'
import {loadWorld} from '../world/loadWorld.ts'
import {dependantsOf} from '../world/dependantsOf.ts'
import type {World} from '../verdict/worldState.ts'
import {addSeal} from './addSeal.ts'
import {closePassed} from './closePassed.ts'
import {commitUnlessLost} from './commitUnlessLost.ts'
import {planSeals, type SealPlan} from './planSeals.ts'
import {recordIncidents} from './recordIncidents.ts'

/** At most so many seals are written in one transaction. */
const CHUNK = 50
/** Each attempt starts from what is published then; so many lost races in a row are no coincidence. */
const ATTEMPTS = 20

/** Ids of seals written and incidents opened. */
export interface SealerReport {
  sealed: readonly string[]
  incidents: readonly string[]
}

/**
 * Makes the seals of these documents, and of all that rest on them, say what the verdicts say; judges again after the
 * last write and after every lost race, until nothing differs. Idempotent.
 * @throws Error when the seals cannot be brought to rest; they fail closed meanwhile.
 */
export async function bringUpToDate(
  client: SanityClient,
  model: GateModel,
  ids: readonly string[],
  now?: () => string,
): Promise<SealerReport> {
  const sealed = new Set<string>()
  const incidents = new Set<string>()
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const affected = [...new Set([...ids, ...(await dependantsOf(client, model, ids))])]
    const world = await loadWorld(client, model, {ids: affected, ...(now ? {now: now()} : {})})
    const plan = planSeals(model, world, affected)
    const written = await writeSeals(client, world, plan)
    written.forEach((id) => sealed.add(id))
    const recorded = await recordIncidents(client, affected, plan.incidents, world.now)
    recorded.opened.forEach((id) => incidents.add(id))
    const closed = await closePassed(client, model, world, affected)
    if (plan.seals.length === 0 && !recorded.changed && !closed)
      return {sealed: [...sealed], incidents: [...incidents]}
  }
  throw new Error(
    `Seals of ${ids.join(', ')} and their dependants kept moving; run the sweep again`,
  )
}

async function writeSeals(
  client: SanityClient,
  world: World,
  {seals}: SealPlan,
): Promise<string[]> {
  const written: string[] = []
  for (let start = 0; start < seals.length; start += CHUNK) {
    const chunk = seals.slice(start, start + CHUNK)
    const transaction = client.transaction()
    chunk.forEach((seal) => addSeal(transaction, seal, world.seals.get(seal.subject), world.now))
    if (await commitUnlessLost(transaction)) written.push(...chunk.map(({_id}) => _id))
  }
  return written
}
