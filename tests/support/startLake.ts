import {createClient, type SanityClient} from '@sanity/client'
import {createLake, type Account, type Lake, type LakeOptions} from '../../lake/createLake.ts'

const account = (id: string, role: Account['role']): Account => ({
  id,
  name: id,
  email: `${id}@example.org`,
  role,
  token: `token-of-${id}`,
})

/** One account for each role of the lake. */
export const ACCOUNTS: readonly Account[] = [
  account('administrator', 'administrator'),
  account('editor', 'editor'),
  account('reviewer', 'reviewer'),
  account('viewer', 'viewer'),
]

/** Accounts of these names that may do everything: what they write is theirs in the log. */
export const administrators = (...ids: string[]): Account[] =>
  ids.map((id) => account(id, 'administrator'))

export interface RunningLake {
  lake: Lake
  /** A client with the account's own token; without one for `undefined`. */
  clientFor: (account: string | undefined) => SanityClient
}

/** Starts a real lake on a free loopback port. */
export async function startLake(options: Partial<LakeOptions> = {}): Promise<RunningLake> {
  const accounts = options.accounts ?? ACCOUNTS
  const lake = createLake({...options, accounts})
  const url = await lake.listen()
  return {
    lake,
    clientFor(id) {
      const token = accounts.find((each) => each.id === id)?.token
      return createClient({
        apiHost: url,
        useProjectHostname: false,
        projectId: lake.projectId,
        dataset: lake.dataset,
        apiVersion: '2026-11-01',
        useCdn: false,
        perspective: 'raw',
        ...(token === undefined ? {} : {token}),
      })
    },
  }
}
