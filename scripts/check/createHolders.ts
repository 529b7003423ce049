import type {SanityClient} from '@sanity/client'
import {
  idAt,
  personOf,
  publishedIdOf,
  readSigner,
  type GateDocument,
  type GateModel,
} from '../../plugins/claim-gate/node.ts'
import {documentsAt} from './documentsAt.ts'

/** Whether an account held a role; `unknown` where nothing that can be read tells who it was then. */
type Held = 'held' | 'never' | 'unknown'

/** Whether an account holds a role now, or held it at an instant. */
export type Holders = (account: string, role: string, at: string) => Promise<Held>

/** Most hold their roles still; of the others the lake remembers who they were when they signed. */
export function createHolders(client: SanityClient, model: GateModel): Holders {
  const known = new Map<string, Promise<GateDocument | undefined>>()
  let people: Promise<string[]> | undefined
  const holds = (account: string, person: GateDocument, role: string): boolean =>
    readSigner(model, account, person).roles.includes(role)
  return async (account, role, at) => {
    const asked = known.get(account) ?? personOf(client, model, account)
    known.set(account, asked)
    const person = await asked
    if (person && holds(account, person, role)) return 'held'
    people ??= peopleIn(client, model)
    const then = await documentsAt(client, await people, {time: at})
    const [signer] = then
      .filter((each) => idAt(each, model.options.signers.accountPath) === account)
      .toSorted((a, b) => (a._id < b._id ? -1 : 1))
    if (!signer) return 'unknown'
    return holds(account, signer, role) ? 'held' : 'never'
  }
}

/** Ids of all who are there, or of whom a draft is left; of whom nothing is left no id is known. */
async function peopleIn(client: SanityClient, model: GateModel): Promise<string[]> {
  const ids = await client.fetch<string[]>(
    '*[_type == $type][!(_id in path("versions.**"))]._id',
    {type: model.options.signers.type},
    {perspective: 'raw', useCdn: false},
  )
  return [...new Set(ids.map(publishedIdOf))]
}
