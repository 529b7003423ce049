import {visionTool} from '@sanity/vision'
import type {WorkspaceOptions} from 'sanity'
import {structureTool} from 'sanity/structure'
import {schemaTypes} from '../schemas/index.ts'
import {contentLake, type ContentLakeAddress} from './contentLake.ts'
import {shardedClient} from './streamShards.ts'
import {structure} from './structure/structure.ts'
import {ThroughlineIcon} from './ThroughlineIcon.tsx'

const API_VERSION = '2026-11-01'

/** What differs on the embedded lake: where it is, its streams, and a chooser of personas in place of a login. */
function embedded({apiHost, personas = []}: ContentLakeAddress): Partial<WorkspaceOptions> {
  if (apiHost === undefined) return {}
  return {
    apiHost,
    subtitle: 'Choose who you are; there is no password',
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

/** Tools for those who administer the dataset. */
const ADMINISTRATION = ['vision', 'incidents']

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
    visionTool({defaultApiVersion: API_VERSION, title: 'Query'}),
  ],
  tools: (tools, {currentUser}) => {
    const isAdministrator = currentUser?.roles.some(({name}) => name === 'administrator') === true
    return isAdministrator ? tools : tools.filter(({name}) => !ADMINISTRATION.includes(name))
  },
  schema: {types: schemaTypes},
  // Roads to "published" on which no action and no validation is asked.
  releases: {enabled: false},
  scheduledPublishing: {enabled: false},
  scheduledDrafts: {enabled: false},
  tasks: {enabled: false},
  document: {comments: {enabled: false}},
  announcements: {enabled: false},
  beta: {create: {startInCreateEnabled: false}},
}
