import type {SanityClient} from '@sanity/client'
import {
  contentOf,
  sealId,
  type GateDocument,
  type GateModel,
} from '../../plugins/claim-gate/node.ts'
import {DECK} from './assets/deck.ts'
import {LEAVE_BEHIND} from './assets/leaveBehind.ts'
import {beforeCorrection} from './correction.ts'
import {firstWave, sources} from './demoDocuments.ts'
import {completions} from './field/completions.ts'
import {deckWalks} from './field/deckWalks.ts'
import type {InForce} from './field/inForce.ts'
import {legacyMaterial} from './field/legacyMaterial.ts'
import {observations} from './field/observations.ts'

/** Writes what twelve weeks in the field brought; none of it is gated. */
export async function putFieldwork(
  client: SanityClient,
  model: GateModel,
  owner: string,
): Promise<void> {
  const inForce = await readInForce(client, model, owner)
  const documents: GateDocument[] = [
    ...observations(inForce),
    ...deckWalks(inForce),
    ...completions(inForce),
    legacyMaterial,
  ]
  const transaction = client.transaction()
  documents.forEach((document) => transaction.createIfNotExists(document))
  await transaction.commit({visibility: 'sync'})
}

async function readInForce(
  client: SanityClient,
  model: GateModel,
  owner: string,
): Promise<InForce> {
  const codes = await client.fetch<Record<string, string | null>>(
    '{"deck": *[_id == $deck][0].code, "leaveBehind": *[_id == $leaveBehind][0].code}',
    {deck: sealId(DECK), leaveBehind: sealId(LEAVE_BEHIND)},
  )
  const known = new Map([...sources, ...firstWave].map((each) => [each._id, each]))
  const find = (id: string): GateDocument => {
    const document = known.get(id)
    if (!document) throw new Error(`The demo launch has no ${id}`)
    return document
  }
  return {
    fingerprintOf: (id) => contentOf(model, find(id)).fingerprint,
    earlierFingerprintOf: (id) => contentOf(model, beforeCorrection(find(id))).fingerprint,
    codes: {deck: codes.deck ?? undefined, leaveBehind: codes.leaveBehind ?? undefined},
    owner,
  }
}
