import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {gateOptions} from '../../claimGate.config.ts'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {PERSONAS} from '../lake/personas.ts'
import {openClient} from '../openClient.ts'
import type {SeedOptions} from './seedDemo.ts'

export interface Seeding extends Required<Pick<SeedOptions, 'clientFor' | 'people'>> {
  close(): Promise<void>
}

/**
 * The dataset that scripts work on, and who signs there: in the embedded lake its personas; anywhere else the person of
 * `THROUGHLINE_REVIEWER_TOKEN`, since the one who writes may not approve.
 * @throws Error when there is nobody to sign.
 */
export async function openSeeding(): Promise<Seeding> {
  const open = await openClient()
  try {
    const {THROUGHLINE_LAKE_URL, SANITY_STUDIO_PROJECT_ID, THROUGHLINE_DATA} = process.env
    const isOwn = !THROUGHLINE_LAKE_URL && !SANITY_STUDIO_PROJECT_ID
    const signing = isOwn
      ? personas(open.client, THROUGHLINE_DATA ?? '.throughline')
      : await twoPeople(open.client)
    return {...signing, close: () => open.close()}
  } catch (error) {
    await open.close()
    throw error
  }
}

/** Everybody of the demo launch, each with the token that the lake left in its folder. */
function personas(client: SanityClient, directory: string): Omit<Seeding, 'close'> {
  const stored: unknown = JSON.parse(readFileSync(join(directory, 'lake.json'), 'utf8'))
  const accounts = isRecord(stored) && isRecord(stored.accounts) ? stored.accounts : {}
  return {
    people: PERSONAS,
    clientFor(id) {
      const token = accounts[id]
      if (typeof token !== 'string') throw new Error(`The lake has no account "${id}"`)
      return client.withConfig({token})
    },
  }
}

async function twoPeople(writer: SanityClient): Promise<Omit<Seeding, 'close'>> {
  const token = process.env.THROUGHLINE_REVIEWER_TOKEN
  const missing =
    'Set THROUGHLINE_REVIEWER_TOKEN to the token of another person: whoever writes the launch, as the owner of SANITY_AUTH_TOKEN does, may not approve it'
  if (!token) throw new Error(missing)
  const reviewer = writer.withConfig({token})
  const [author, signer] = await Promise.all(
    [writer, reviewer].map((client) => client.users.getById('me')),
  )
  if (!author || !signer || author.id === signer.id) throw new Error(missing)
  return {
    people: [
      {id: signer.id, name: signer.name, functions: Object.keys(gateOptions.roles)},
      {id: author.id, name: author.name, functions: ['marketing']},
    ],
    clientFor: (id) => (id === signer.id ? reviewer : writer),
  }
}
