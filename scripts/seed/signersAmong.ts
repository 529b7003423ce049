import type {SanityClient} from '@sanity/client'
import {signerOf, type GateModel} from '../../plugins/claim-gate/node.ts'
import type {SeedOptions} from './seedDemo.ts'
import type {Signers} from './signRead.ts'

/** For every role somebody other than the author who holds it in this dataset, and whose token is at hand. */
export async function signersAmong(
  model: GateModel,
  people: Required<SeedOptions>['people'],
  clientFor: SeedOptions['clientFor'],
  author: SanityClient,
): Promise<Signers> {
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
