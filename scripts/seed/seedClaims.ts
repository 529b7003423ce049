import type {SanityClient} from '@sanity/client'
import {publishMany} from './publishMany.ts'
import type {SeedOptions} from './seedDemo.ts'
import {readClaims} from './readClaims.ts'
import {seriesClaims, SERIES_CLAIM_PREFIX} from './series/seriesClaims.ts'
import {signersAmong} from './signersAmong.ts'

/** Claims that the dataset holds, and how many of them were written now. */
export interface SeededClaims {
  claims: number
  written: number
}

/**
 * Adds claims to a dataset that holds the demo launch, through the gate, until it holds so many. Those that are there
 * already stay as they are; an interrupted run is gone on with.
 * @throws Error when the claims are not in force, nobody may sign, or the gate refuses; see `publishMany`.
 */
export async function seedClaims(
  {clientFor, model, onProgress, people}: Required<SeedOptions>,
  size: number,
): Promise<SeededClaims> {
  const author = clientFor('author')
  const present = await claimsIn(author)
  if (present.length >= size) return {claims: present.length, written: 0}
  const others = present.filter(({_id}) => !_id.startsWith(SERIES_CLAIM_PREFIX))
  const taken = new Set(others.map(({code}) => code))
  const held = new Set(present.map(({_id}) => _id))
  const wanted = seriesClaims(size - others.length, await readClaims(author, model), taken)
  const missing = wanted.filter(({_id}) => !held.has(_id))
  const signers = await signersAmong(model, people, clientFor, author)
  await publishMany({model, author, signers, onProgress}, missing, 'Claims')
  return {claims: (await claimsIn(author)).length, written: missing.length}
}

const claimsIn = (client: SanityClient): Promise<{_id: string; code: string}[]> =>
  client.fetch(
    '*[_type == "claim"][!(_id in path("drafts.**"))][!(_id in path("versions.**"))]{_id, code}',
    {},
    {perspective: 'raw', useCdn: false},
  )
