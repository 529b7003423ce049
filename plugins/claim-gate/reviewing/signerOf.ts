import type {SanityClient} from '@sanity/client'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {valueAt} from '../model/record.ts'

/** A person who may sign, and in which roles. */
export interface Signer {
  /** Account id. */
  account: string
  name: string
  roles: readonly string[]
}

/** Reads who an account is from the person document tied to it; values that are no roles of the gate are ignored. */
export async function signerOf(
  client: SanityClient,
  model: GateModel,
  account: string,
): Promise<Signer | undefined> {
  const person = await personOf(client, model, account)
  return person && readSigner(model, account, person)
}

/** A draft, or a version in a release, is nobody yet. */
const PUBLISHED = '[!(_id in path("drafts.**"))][!(_id in path("versions.**"))]'

/** The person document tied to an account; the first by id, where several are. */
export async function personOf(
  client: SanityClient,
  model: GateModel,
  account: string,
): Promise<GateDocument | undefined> {
  const {type, accountPath} = model.options.signers
  const people = await client.fetch<GateDocument[]>(
    `*[_type == $type][${accountPath} == $account]${PUBLISHED} | order(_id asc)`,
    {type, account},
    {perspective: 'raw', useCdn: false},
  )
  return people[0]
}

/** The roles that somebody with an account holds; the others cannot be signed in at all. */
export async function fetchHeldRoles(
  client: SanityClient,
  {options}: GateModel,
): Promise<ReadonlySet<string>> {
  const {type, accountPath, rolesPath} = options.signers
  const held = await client.fetch<(string | null)[]>(
    `array::unique(*[_type == $type][defined(${accountPath})]${PUBLISHED}.${rolesPath}[])`,
    {type},
    {perspective: 'raw', useCdn: false},
  )
  return new Set(held.filter((role) => role !== null))
}

/** What a person document says of who may sign. */
export function readSigner(model: GateModel, account: string, person: GateDocument): Signer {
  const {namePath, rolesPath} = model.options.signers
  const name = valueAt(person, namePath)
  const roles = valueAt(person, rolesPath)
  return {
    account,
    name: typeof name === 'string' ? name : account,
    roles: Array.isArray(roles)
      ? roles.filter((role) => typeof role === 'string' && Object.hasOwn(model.options.roles, role))
      : [],
  }
}
