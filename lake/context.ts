import type {HttpBindings} from '@hono/node-server'
import type {Accounts, Account} from './access/accounts.ts'
import type {Committer} from './commit/createCommitter.ts'
import type {ListenHub} from './listen/createListenHub.ts'
import type {Queries} from './queries/createQueries.ts'
import type {DocumentSet} from './storage/documentSet.ts'
import type {Storage} from './storage/storage.ts'

/** What every endpoint of one lake works with. */
export interface LakeContext {
  projectId: string
  projectName: string
  dataset: string
  visibility: 'private' | 'public'
  accounts: Accounts
  storage: Storage
  documents: DocumentSet
  queries: Queries
  committer: Committer
  hub: ListenHub
}

/** What is known of one request. */
export interface LakeEnv {
  Bindings: HttpBindings
  Variables: {account: Account | undefined}
}
