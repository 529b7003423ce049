import type {AddressInfo} from 'node:net'
import {createServer, type Server} from 'node:http'
import {getRequestListener} from '@hono/node-server'
import {createAccounts, type Account} from './access/accounts.ts'
import {isAllowedHost, isAllowedOrigin} from './access/origins.ts'
import {createApp} from './createApp.ts'
import {createCommitter} from './commit/createCommitter.ts'
import type {LakeContext} from './context.ts'
import {createLedger, type Ledger} from './ledger.ts'
import {createListenHub} from './listen/createListenHub.ts'
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
  const app = createApp(context, ledger, options.allowedOrigins ?? [])
  const handle = getRequestListener(app.fetch)
  const server = createServer((request, response) => void handle(request, response))
  const socket = attachSocket(server, context.accounts, ({headers}) => {
    const {host, origin} = headers
    const named = options.allowedOrigins ?? []
    return isAllowedHost(host) && (origin === undefined || isAllowedOrigin(origin, named))
  })
  const state = {url: ''}
  return {
    get url() {
      return state.url
    },
    projectId: context.projectId,
    dataset: context.dataset,
    ledger,
    documents,
    async listen({port = 0, host = '127.0.0.1'} = {}) {
      state.url = await bind(server, port, host)
      return state.url
    },
    async close() {
      socket.close()
      await stop(server)
      await committer.settled()
      await queries.close()
      storage.close()
    },
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

function bind(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE'
      reject(
        busy ? new Error(`Port ${port} is in use: stop what uses it, or name another port`) : error,
      )
    })
    server.listen(port, host, () => {
      const address = server.address()
      const name = host.includes(':') ? `[${host}]` : host
      resolve(`http://${name}:${isAddress(address) ? address.port : port}`)
    })
  })
}

function isAddress(address: ReturnType<Server['address']>): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
