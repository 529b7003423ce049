import {createAccounts, type Account} from './access/accounts.ts'
import {isAllowedOrigin} from './access/origins.ts'
import {createApp} from './createApp.ts'
import {createCommitter} from './commit/createCommitter.ts'
import type {LakeContext} from './context.ts'
import {refusalOf} from './http/admit.ts'
import {createHttpServer} from './http/createHttpServer.ts'
import {quickQuery} from './http/quickQuery.ts'
import {HTTP_LIMITS, type HttpLimits} from './http/httpLimits.ts'
import {createLedger, type Ledger} from './ledger.ts'
import {createListenHub} from './listen/createListenHub.ts'
import {withCurrentAddresses} from './media/currentAddresses.ts'
import {attachSocket} from './presence/socket.ts'
import {createQueries} from './queries/createQueries.ts'
import {createDocumentSet, type WritableDocumentSet} from './storage/createDocumentSet.ts'
import type {DocumentSet} from './storage/documentSet.ts'
import {memoryStorage} from './storage/memoryStorage.ts'
import type {Storage} from './storage/storage.ts'
import {sqliteStorage} from './storage/sqliteStorage.ts'

export type {Account, Role} from './access/accounts.ts'

export interface LakeOptions {
  accounts: readonly Account[]
  projectId?: string
  projectName?: string
  dataset?: string
  /** Folder of the store; in memory when absent. */
  directory?: string
  visibility?: 'private' | 'public'
  /** Origins besides loopback ones whose pages may use the lake. */
  allowedOrigins?: readonly (string | RegExp)[]
  /** Others than the usual ones. */
  limits?: Partial<HttpLimits>
}

export interface Lake {
  /** Where it listens. */
  readonly url: string
  readonly projectId: string
  readonly dataset: string
  readonly ledger: Ledger
  readonly documents: DocumentSet
  listen(address?: {port?: number; host?: string}): Promise<string>
  close(): Promise<void>
}

/**
 * Creates an embedded Content Lake.
 * @throws StorageError when the folder cannot be used.
 */
export function createLake(options: LakeOptions): Lake {
  const storage =
    options.directory === undefined ? memoryStorage() : sqliteStorage(options.directory)
  const documents = loadDocuments(storage)
  const committer = createCommitter(storage, documents)
  const hub = createListenHub()
  const queries = createQueries(documents)
  committer.onCommit(({changes}) => queries.share(changes))
  committer.onCommit((transaction) => hub.publish(transaction))
  const ledger = createLedger()
  const context: LakeContext = {
    projectId: options.projectId ?? 'throughline',
    projectName: options.projectName ?? 'Throughline',
    dataset: options.dataset ?? 'production',
    visibility: options.visibility ?? 'private',
    accounts: createAccounts(options.accounts),
    storage,
    documents,
    queries,
    committer,
    hub,
  }
  const named = options.allowedOrigins ?? []
  const allows = (origin: string): boolean => isAllowedOrigin(origin, named)
  const app = createApp(context, ledger, allows)
  const limits = {...HTTP_LIMITS, ...options.limits}
  const http = createHttpServer(quickQuery(context, ledger), app, allows, limits, (error) =>
    ledger.record('ERROR', error instanceof Error ? String(error.stack) : String(error)),
  )
  const socket = attachSocket(
    http.server,
    context.accounts,
    (request) => !refusalOf(request, allows),
  )
  const end = async (): Promise<void> => {
    socket.close()
    await http.stop()
    await queries.close()
    await committer.settled()
    storage.close()
  }
  const state: {url: string; ended?: Promise<void>} = {url: ''}
  return {
    get url() {
      return state.url
    },
    projectId: context.projectId,
    dataset: context.dataset,
    ledger,
    documents,
    async listen({port = 0, host = '127.0.0.1'} = {}) {
      state.url = await http.bind(port, host)
      for (const asset of withCurrentAddresses(documents, state.url)) documents.put(asset)
      return state.url
    },
    close: () => (state.ended ??= end()),
  }
}

function loadDocuments(storage: Storage): WritableDocumentSet {
  const documents = createDocumentSet()
  try {
    for (const document of storage.load()) documents.put(document)
    return documents
  } catch (error) {
    storage.close()
    throw error
  }
}
