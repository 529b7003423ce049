import {chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {gateOptions} from '../../claimGate.config.ts'
import {createLake, type Account, type Lake} from '../../lake/createLake.ts'
import {
  createGateModel,
  startSealer,
  type GateModel,
  type Sealer,
} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {seedDemo} from '../seed/seedDemo.ts'
import {seedOnce} from '../seed/seedOnce.ts'
import {accountsOf, SEALER} from './personas.ts'
import {messageOf} from '../messageOf.ts'

export interface RunLakeOptions {
  port: number
  /** Folder of the data; in memory when absent. */
  directory?: string
  /** Without the demo launch. */
  empty?: boolean
  /** Without a sealer, for scripts that must see the data as they are. */
  unsealed?: boolean
  visibility?: 'private' | 'public'
  onProgress?: (line: string) => void
}

/** A lake with its sealer beside it. */
export interface RunningLake {
  lake: Lake
  sealer: Sealer | undefined
  model: GateModel
  accounts: readonly Account[]
  clientFor(accountId: string): SanityClient
  close(): Promise<void>
}

/** Starts lake and sealer, and puts the demo launch into a store that is empty. */
export async function runLake(options: RunLakeOptions): Promise<RunningLake> {
  const {
    port,
    directory,
    empty = false,
    unsealed = false,
    visibility = 'private',
    onProgress = () => undefined,
  } = options
  const accounts = accountsOf(directory === undefined ? {} : readTokens(directory))
  const model = createGateModel(schemaTypes, gateOptions)
  const lake = createLake({accounts, visibility, ...(directory === undefined ? {} : {directory})})
  try {
    const url = await lake.listen({port})
    const clientFor = (id: string): SanityClient => clientOf(lake, url, accounts, id)
    if (directory !== undefined) writeAddress(directory, lake, accounts)
    if (!empty) {
      await seedOnce(directory, lake.documents.size === 0, () =>
        seedDemo({clientFor, model, onProgress}),
      )
    }
    const onError = (error: unknown): void =>
      onProgress(`The sealer could not finish: ${messageOf(error)}`)
    const sealer = unsealed ? undefined : await startSealer(clientFor(SEALER), model, {onError})
    return {
      lake,
      sealer,
      model,
      accounts,
      clientFor,
      async close() {
        sealer?.stop()
        await sealer?.settled()
        await lake.close()
      },
    }
  } catch (error) {
    await lake.close()
    throw error
  }
}

function clientOf(lake: Lake, url: string, accounts: readonly Account[], id: string): SanityClient {
  const token = accounts.find((account) => account.id === id)?.token
  if (token === undefined) throw new Error(`There is no account "${id}"`)
  return createClient({
    apiHost: url,
    useProjectHostname: false,
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiVersion: '2026-11-01',
    useCdn: false,
    perspective: 'raw',
    token,
  })
}

const addressFile = (directory: string): string => join(directory, 'lake.json')

/** Where the lake is and the tokens of its accounts, for scripts; only its owner can read it. */
function writeAddress(directory: string, lake: Lake, accounts: readonly Account[]): void {
  mkdirSync(directory, {recursive: true, mode: 0o700})
  const file = addressFile(directory)
  writeFileSync(
    file,
    `${JSON.stringify({...describeLake(lake, accounts), accounts: tokensOf(accounts)}, undefined, 2)}\n`,
    {mode: 0o600},
  )
  chmodSync(file, 0o600)
}

const tokensOf = (accounts: readonly Account[]): Record<string, string> =>
  Object.fromEntries(accounts.map(({id, token}) => [id, token]))

/** The address as `--json` prints it: one token for each role. */
export function describeLake(lake: Lake, accounts: readonly Account[]): object {
  const roles = ['administrator', 'editor', 'reviewer', 'viewer']
  const tokens = roles.flatMap((role) => {
    const account = accounts.find((each) => each.role === role)
    return account ? [[role, account.token]] : []
  })
  return {
    url: lake.url,
    projectId: lake.projectId,
    dataset: lake.dataset,
    tokens: Object.fromEntries(tokens),
  }
}

/** Tokens of an earlier start, so that whoever signed in then still is. */
function readTokens(directory: string): Record<string, string> {
  const file = addressFile(directory)
  if (!existsSync(file)) return {}
  const stored: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof stored !== 'object' || stored === null || !('accounts' in stored)) return {}
  const entries = Object.entries(stored.accounts ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(entries)
}
