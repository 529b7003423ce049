import {visionTool} from '@sanity/vision'
import type {CurrentUser, Tool, WorkspaceOptions} from 'sanity'
import {structureTool} from 'sanity/structure'
import {API_VERSION} from '../schemas/apiVersion.ts'
import {schemaTypes} from '../schemas/index.ts'
import {isAdministrator} from '../schemas/launch/isAdministrator.ts'
import {contentLake, type ContentLakeAddress} from './contentLake.ts'
import {NamedLayout} from './naming/NamedLayout.tsx'
import {shardedClient} from './streamShards.ts'
import {withStudioComponents} from './previews/withStudioComponents.ts'
import {studioWords} from './studioWords.ts'
import {structure} from './structure/structure.ts'
import {besideDocument} from './templates/besideDocument.ts'
import {withLaunch} from './templates/withLaunch.ts'
import {importClaimsTool} from './tools/importClaims/importClaimsTool.ts'
import {importDeckTool} from './tools/importDeck/importDeckTool.ts'
import {typing} from './typing/typing.ts'
import {ThroughlineIcon} from './ThroughlineIcon.tsx'

/** What differs on the embedded lake: where it is, its streams, and a chooser of personas in place of a login. */
function embedded({apiHost, personas = []}: ContentLakeAddress): Partial<WorkspaceOptions> {
  if (apiHost === undefined) return {}
  return {
    apiHost,
    subtitle: 'Choose who you are; no password',
    unstable_clientFactory: shardedClient,
    auth: {
      loginMethod: 'token',
      redirectOnSingle: false,
      providers: personas.map(({id, title}) => ({
        name: id,
        title,
        url: `${apiHost}/v1/auth/login/${id}`,
      })),
    },
  }
}

/** Tools for those who administer the dataset, and for those who write. */
const ADMINISTRATION = ['vision', 'incidents']
const WRITING = ['import-claims', 'import-deck']

/** The tools that a person can use: what the lake would refuse anyway is not offered. */
function toolsFor(tools: Tool[], user: CurrentUser | null): Tool[] {
  if (isAdministrator(user)) return tools
  const isEditor = user?.roles.some(({name}) => name === 'editor') === true
  const hidden = isEditor ? ADMINISTRATION : [...ADMINISTRATION, ...WRITING]
  return tools.filter(({name}) => !hidden.includes(name))
}

const lake = contentLake()

/** The workspace before it is put behind the gate. */
export const workspace: WorkspaceOptions = {
  name: 'default',
  title: 'Throughline',
  icon: ThroughlineIcon,
  basePath: '/',
  projectId: lake.projectId,
  dataset: lake.dataset,
  ...embedded(lake),
  plugins: [
    structureTool({structure, title: 'Content'}),
    importClaimsTool(),
    importDeckTool(),
    typing(),
    visionTool({defaultApiVersion: API_VERSION, title: 'Query'}),
  ],
  tools: (tools, {currentUser}) => toolsFor(tools, currentUser),
  schema: {types: withStudioComponents(schemaTypes), templates: withLaunch},
  i18n: {bundles: studioWords},
  studio: {components: {layout: NamedLayout}},
  // Roads to "published" on which no action and no validation is asked.
  releases: {enabled: false},
  scheduledPublishing: {enabled: false},
  scheduledDrafts: {enabled: false},
  tasks: {enabled: false},
  document: {comments: {enabled: false}, newDocumentOptions: besideDocument},
  announcements: {enabled: false},
  beta: {create: {startInCreateEnabled: false}},
}
