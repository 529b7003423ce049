import type {SanityClient} from '@sanity/client'
import {
  createWorkspaceFromConfig,
  definePlugin,
  validateDocument,
  type DocumentActionComponent,
  type DocumentActionProps,
  type Workspace,
  type WorkspaceOptions,
} from 'sanity'
import {structureTool} from 'sanity/structure'
import {gateOptions} from '../../../claimGate.config.ts'
import {withClaimGate} from '../../../plugins/claim-gate/index.ts'
import {schemaTypes} from '../../../schemas/index.ts'

/** A workspace of this house before it is put behind the gate. */
export const workspaceOptions: WorkspaceOptions = {
  name: 'default',
  title: 'Behind the gate',
  basePath: '/',
  projectId: 'throughline',
  dataset: 'production',
  schema: {types: schemaTypes},
  releases: {enabled: false},
  scheduledPublishing: {enabled: false},
  scheduledDrafts: {enabled: false},
}

/** The workspace as the Studio resolves it, with another plugin that replaces actions of documents. */
export function openWorkspace(
  client: SanityClient,
  replace: (action: DocumentActionComponent) => DocumentActionComponent = (action) => action,
): Promise<Workspace> {
  const other = definePlugin({
    name: 'other-plugin',
    document: {actions: (previous) => previous.map(replace)},
  })
  return createWorkspaceFromConfig({
    ...withClaimGate({...workspaceOptions, plugins: [structureTool(), other()]}, gateOptions),
    getClient: () => client,
    currentUser: {id: 'author', name: 'Author', email: '', role: 'editor', roles: []},
  })
}

/** The actions on a draft of this type, in the order in which the Studio shows them. */
export const draftActionsOf = (
  workspace: Workspace,
  schemaType: string,
): DocumentActionComponent[] =>
  workspace.document.actions({
    schemaType,
    documentId: 'slide',
    releaseId: undefined,
    versionType: 'draft',
  })

/** What the Studio hands to an action, of a document that is not there yet. */
export const NEW_SLIDE: DocumentActionProps = {
  id: 'slide',
  type: 'deckSlide',
  scopeId: undefined,
  draft: null,
  published: null,
  version: null,
  release: undefined,
  liveEdit: false,
  liveEditSchemaType: false,
  ready: true,
  transactionSyncLock: null,
  initialValueResolved: true,
  onComplete: () => undefined,
}

/** What the Studio's validation says of a document's alignment; it is what shows a release as blocked. */
export async function alignmentErrors(
  client: SanityClient,
  workspace: Workspace,
  id: string,
): Promise<string[]> {
  const document = await client.getDocument(id)
  if (!document) throw new Error(`Nothing stands under ${id}`)
  const markers = await validateDocument({document, workspace, getClient: () => client})
  return markers.map(({message}) => message).filter((each) => each.startsWith('Alignment'))
}
