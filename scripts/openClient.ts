import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {SEALER} from './lake/personas.ts'
import {runLake} from './lake/runLake.ts'

export interface OpenClient {
  client: SanityClient
  close(): Promise<void>
}

/**
 * The dataset that a script works on: the lake at `THROUGHLINE_LAKE_URL`, a hosted project by
 * `SANITY_STUDIO_PROJECT_ID`, both with `SANITY_AUTH_TOKEN`; otherwise the embedded lake, running or opened for the script.
 */
export async function openClient(): Promise<OpenClient> {
  const {
    THROUGHLINE_LAKE_URL,
    SANITY_STUDIO_PROJECT_ID,
    SANITY_STUDIO_DATASET,
    SANITY_AUTH_TOKEN,
    THROUGHLINE_DATA,
  } = process.env
  const dataset = SANITY_STUDIO_DATASET ?? 'production'
  if (THROUGHLINE_LAKE_URL) {
    return external({
      apiHost: THROUGHLINE_LAKE_URL,
      useProjectHostname: false,
      projectId: 'throughline',
      dataset,
      ...tokenOf(SANITY_AUTH_TOKEN),
    })
  }
  if (SANITY_STUDIO_PROJECT_ID) {
    return external({projectId: SANITY_STUDIO_PROJECT_ID, dataset, ...tokenOf(SANITY_AUTH_TOKEN)})
  }
  const directory = THROUGHLINE_DATA ?? '.throughline'
  const address = await runningLake(directory)
  if (address)
    return external({
      apiHost: address.url,
      useProjectHostname: false,
      projectId: 'throughline',
      dataset,
      token: address.token,
    })
  const running = await runLake({port: 0, directory, empty: true, unsealed: true})
  return {client: running.clientFor(SEALER), close: () => running.close()}
}

function tokenOf(token: string | undefined): {token: string} {
  if (!token)
    throw new Error('Set SANITY_AUTH_TOKEN to a token that may read and write the dataset')
  return {token}
}

function external(config: Parameters<typeof createClient>[0]): OpenClient {
  const client = createClient({
    ...config,
    apiVersion: '2026-11-01',
    useCdn: false,
    perspective: 'raw',
  })
  return {client, close: async () => undefined}
}

/** The address that a running lake left in its folder, if it still answers there. */
async function runningLake(directory: string): Promise<{url: string; token: string} | undefined> {
  const file = join(directory, 'lake.json')
  if (!existsSync(file)) return undefined
  const stored: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (
    typeof stored !== 'object' ||
    stored === null ||
    !('url' in stored) ||
    !('accounts' in stored)
  )
    return undefined
  const {url, accounts} = stored
  const token =
    typeof accounts === 'object' && accounts !== null && SEALER in accounts
      ? accounts[SEALER]
      : undefined
  if (typeof url !== 'string' || typeof token !== 'string') return undefined
  const answers = await fetch(`${url}/v1/ping`).then(
    ({ok}) => ok,
    () => false,
  )
  return answers ? {url, token} : undefined
}
