import type {SanityClient} from '@sanity/client'
import type {GateModel} from '../../plugins/claim-gate/node.ts'
import type {LaunchPeople} from './launch/launch.ts'
import {personId, type Signatory} from './putPeople.ts'
import type {Signers} from './signRead.ts'
import type {Owner} from './throughCheckpoint.ts'

/** Who does what in the demo launch. */
export interface Cast {
  /** Answers for the launch and its checkpoints. */
  owner: Owner
  /** Of content and of training, who are two people. */
  leads: readonly [Owner, Owner]
  coach: SanityClient
  signers: Signers
  /** Ids of their documents. */
  people: LaunchPeople
}

/**
 * Gives everybody a part by function; where few people are at hand, one of them has several.
 * @throws Error when content and training would be led by one person.
 */
export function castOf(
  {options}: GateModel,
  people: readonly Signatory[],
  clientFor: (account: string) => SanityClient,
): Cast {
  const holding = (name: string, other?: Signatory): Signatory | undefined =>
    people.find((each) => each.functions.includes(name) && each !== other)
  const trainingLead = holding('training')
  const contentLead = holding('marketing', trainingLead)
  if (!trainingLead || !contentLead)
    throw new Error('The demo launch needs two people, one for content and one for training')
  const owner = holding('commercial') ?? contentLead
  const acting = ({id, name}: Signatory): Owner => ({account: id, name, client: clientFor(id)})
  const signers = Object.keys(options.roles).flatMap((role) => {
    const signer = holding(role)
    return signer ? [[role, {account: signer.id, client: clientFor(signer.id)}] as const] : []
  })
  return {
    owner: acting(owner),
    leads: [acting(contentLead), acting(trainingLead)],
    coach: clientFor((holding('coach') ?? contentLead).id),
    signers: new Map(signers),
    people: {
      owner: personId(owner.id),
      contentLead: personId(contentLead.id),
      trainingLead: personId(trainingLead.id),
    },
  }
}
