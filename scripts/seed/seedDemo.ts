import type {SanityClient} from '@sanity/client'
import {
  bringUpToDate,
  publishTogether,
  signReview,
  type GateDocument,
  type GateModel,
} from '../../plugins/claim-gate/node.ts'
import {requiredRoles} from '../../plugins/claim-gate/model/requiredRoles.ts'
import {PERSONAS, SEALER, type Persona} from '../lake/personas.ts'
import {claimDraft, claims} from './claims.ts'
import {evidence} from './evidence.ts'
import {indications, product} from './product.ts'
import {slides} from './slides.ts'

export interface SeedOptions {
  /** A client with the account's own token, so that authorship is real. */
  clientFor: (accountId: string) => SanityClient
  model: GateModel
  onProgress: (line: string) => void
  /** Who may sign; the personas of the embedded lake when absent. */
  people?: readonly Signatory[]
}

/** A person of the launch by account. */
type Signatory = Pick<Persona, 'id' | 'name' | 'functions'>

/** Sources before what rests on them. */
const LEVELS: readonly (readonly GateDocument[])[] = [
  [product],
  indications,
  evidence,
  claims,
  slides,
]

/**
 * Puts the demo launch into an empty dataset through the gate: the author writes, each role signs with its person's own
 * token, the author publishes. The draft of CLM-004 is left in. Goes on where an earlier run was interrupted.
 */
export async function seedDemo(options: SeedOptions): Promise<void> {
  const {clientFor, model, onProgress, people = PERSONAS} = options
  await putPeople(clientFor('administrator'), people)
  const author = clientFor('author')
  const total = LEVELS.flat().length
  let done = 0
  for (const level of LEVELS) {
    for (const document of level) {
      await throughTheGate(document, author, {...options, people})
      done += 1
      if (done % 10 === 0 || done === total)
        onProgress(`Demo launch: ${done} of ${total} documents signed and published`)
    }
  }
  await author.createOrReplace({...claimDraft, _id: `drafts.${claimDraft._id}`})
  await bringUpToDate(
    clientFor(SEALER),
    model,
    LEVELS.flat().map(({_id}) => _id),
  )
}

async function putPeople(administrator: SanityClient, people: readonly Signatory[]): Promise<void> {
  const transaction = administrator.transaction()
  for (const {id, name, functions} of people) {
    transaction.createOrReplace({
      _id: `person-${id}`,
      _type: 'person',
      name,
      email: `${id}@throughline.example`,
      functions: [...functions],
      accountId: id,
    })
  }
  await transaction.commit()
}

async function throughTheGate(
  document: GateDocument,
  author: SanityClient,
  {clientFor, model, people}: SeedOptions & {people: readonly Signatory[]},
): Promise<void> {
  if (await author.getDocument(document._id)) return
  await author.createOrReplace({...document, _id: `drafts.${document._id}`})
  for (const role of requiredRoles(model, document)) {
    const signer = people.find(({functions}) => functions.includes(role))
    if (!signer) throw new Error(`Nobody in the demo launch may sign as ${role}`)
    const result = await signReview(clientFor(signer.id), model, {
      subject: document._id,
      account: signer.id,
      role,
      decision: 'approved',
    })
    if ('refused' in result)
      throw new Error(
        `${document._id} was not signed as ${role}: ${JSON.stringify(result.refused)}`,
      )
  }
  const result = await publishTogether(author, model, [document._id])
  if ('refused' in result)
    throw new Error(`${document._id} was not published: ${JSON.stringify(result.refused)}`)
}
