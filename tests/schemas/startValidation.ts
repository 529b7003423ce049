import type {SanityClient} from '@sanity/client'
import {createWorkspaceFromConfig, validateDocument, type Workspace} from 'sanity'
import {expect} from 'vitest'
import {gateOptions} from '../../claimGate.config.ts'
import {withClaimGate} from '../../plugins/claim-gate/index.ts'
import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {runDemo} from '../support/runDemo.ts'

/** The Studio's own validation, the gate's rules with it, on the demo launch in a real lake. */
interface Validation {
  workspace: Workspace
  clientFor(accountId: string): SanityClient
  /** The errors of a document, each as its path and its message. */
  errorsOf(document: GateDocument): Promise<string[]>
  /** The errors of a document of the lake once it is changed. */
  errorsWith(id: string, change: object): Promise<string[]>
  /** The warnings of a document of the lake once it is changed. */
  warningsWith(id: string, change: object): Promise<string[]>
  close(): Promise<void>
}

export async function startValidation(): Promise<Validation> {
  const running = await runDemo()
  const client = running.clientFor('author')
  const config = {
    name: 'default',
    title: 'Throughline',
    basePath: '/',
    projectId: running.lake.projectId,
    dataset: running.lake.dataset,
    schema: {types: schemaTypes},
    scheduledPublishing: {enabled: false},
    scheduledDrafts: {enabled: false},
  }
  const workspace = await createWorkspaceFromConfig({
    ...withClaimGate(config, gateOptions),
    getClient: () => client,
    currentUser: {id: 'author', name: 'Author', email: '', role: 'editor', roles: []},
  })
  // Asked at once: by itself Sanity waits a quarter of a second for more to ask for at the same time.
  const getDocumentExists = async ({id}: {id: string}): Promise<boolean> =>
    (await client.getDocument(id)) !== undefined
  const markersOf = async (
    document: GateDocument,
    wanted: 'error' | 'warning',
  ): Promise<string[]> => {
    const markers = await validateDocument({
      document: {_rev: '', _createdAt: '', _updatedAt: '', ...document},
      workspace,
      getClient: () => client,
      getDocumentExists,
    })
    return markers
      .filter(({level}) => level === wanted)
      .map(({path, message}) => `${path.map(stepOf).join('.')}: ${message}`)
  }
  const changed = async (id: string, change: object): Promise<GateDocument> => {
    const document = await client.getDocument<GateDocument>(id)
    return {...document, _id: `drafts.${id}`, _type: document?._type ?? '', ...change}
  }
  return {
    workspace,
    clientFor: (accountId) => running.clientFor(accountId),
    errorsOf: (document) => markersOf(document, 'error'),
    errorsWith: async (id, change) => markersOf(await changed(id, change), 'error'),
    warningsWith: async (id, change) => markersOf(await changed(id, change), 'warning'),
    close: () => running.close(),
  }
}

/** Members of lists by number, so that a path is the same whatever its keys are. */
const stepOf = (step: unknown): string =>
  typeof step === 'object' && step !== null && '_key' in step ? '[]' : String(step)

export const containing = (words: string) =>
  expect.arrayContaining([expect.stringContaining(words)])
