import {ClientError, type SanityClient} from '@sanity/client'
import {agree, contentOf, type Actor, type GateModel} from '../../plugins/claim-gate/node.ts'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {firstWave, secondWave} from './demoDocuments.ts'
import {brief, launch, type LaunchDocuments, type LaunchPeople} from './launch/launch.ts'
import {personId} from './putPeople.ts'

/** Somebody who agrees to the brief with a client of their own. */
interface Lead extends Actor {
  client: SanityClient
}

/** The demo launch, whose brief names everything that goes out with it. */
export const demoLaunch = (people: LaunchPeople): LaunchDocuments => ({
  launch: launch(people),
  brief: brief(
    people,
    [...firstWave, ...secondWave].map(({_id}) => _id),
  ),
})

/**
 * Writes a launch and its brief, to which both leads then agree as it stands.
 * @throws Error when one of them is not asked.
 */
export async function putLaunch(
  author: SanityClient,
  model: GateModel,
  documents: LaunchDocuments,
  leads: readonly Lead[],
): Promise<void> {
  await author
    .transaction()
    .createIfNotExists(documents.launch)
    .createIfNotExists(documents.brief)
    .commit({visibility: 'sync'})
  for (const lead of leads) await agreeOnce(model, documents, lead)
}

/**
 * Tries, before anything is written, whether the leads may edit: they are to agree to the brief themselves.
 * @throws Error that says who may not.
 */
export async function assertMayAgree(leads: readonly Lead[]): Promise<void> {
  for (const {client, name} of leads) {
    const trial = client.transaction().createIfNotExists({_id: 'brief-trial', _type: 'brief'})
    await trial.commit({dryRun: true}).catch((error: unknown) => {
      if (!(error instanceof ClientError) || error.statusCode !== 403) throw error
      throw new Error(
        `${name} leads content or training and may not agree to the brief: use the token of somebody who may edit`,
        {cause: error},
      )
    })
  }
}

async function agreeOnce(
  model: GateModel,
  {launch: {_id: group, title}, brief: {_id}}: LaunchDocuments,
  {client, account, name}: Lead,
): Promise<void> {
  const person = personId(account)
  const stored = await client.getDocument(_id)
  if (!stored) throw new Error(`The brief of ${String(title)} is gone`)
  // Somebody else leads one that was there before.
  if (![stored.contentLead, stored.trainingLead].some((each) => idOf(each) === person)) return
  const agreed: readonly unknown[] = Array.isArray(stored.agreed) ? stored.agreed : []
  if (agreed.some((each) => isRecord(each) && idOf(each.person) === person)) return
  const {fingerprint: seen} = contentOf(model, stored)
  const result = await agree(client, model, {group, account, seen})
  if ('refused' in result)
    throw new Error(`${name} did not agree to the brief: ${JSON.stringify(result.refused)}`)
}

const idOf = (reference: unknown): unknown => (isRecord(reference) ? reference._ref : undefined)
