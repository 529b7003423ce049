import {createWorkspaceFromConfig, type PluginOptions, type WorkspaceOptions} from 'sanity'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startLake, type RunningLake} from '../../tests/support/startLake.ts'
import {trialOptions} from './fixtures/trialSchema.ts'
import {withClaimGate} from './withClaimGate.ts'

let running: RunningLake
beforeAll(async () => {
  running = await startLake()
})
afterAll(() => running.lake.close())

const closed: WorkspaceOptions = {
  name: 'default',
  basePath: '/',
  projectId: 'throughline',
  dataset: 'production',
  schema: {types: []},
  scheduledPublishing: {enabled: false},
  scheduledDrafts: {enabled: false},
}

const plugin = (name: string, more: Omit<PluginOptions, 'name'>): PluginOptions => ({name, ...more})
const within = (inner: PluginOptions): PluginOptions => plugin('outer', {plugins: [inner]})

function refusalOf(config: Partial<WorkspaceOptions>): string {
  try {
    withClaimGate({...closed, ...config}, trialOptions)
  } catch (error) {
    return String(error)
  }
  return ''
}
const refusal = (roads: string): string =>
  `GateConfigError: claim-gate cannot start: set ${roads} in the workspace; what they publish is never asked about`

const withoutDrafts = {document: {drafts: {enabled: false}}}
const withVariants = {beta: {variants: {enabled: true}}}
const drafts = 'document: {drafts: {enabled: true}}'
const variants = 'beta: {variants: {enabled: false}}'

test.each<[string, Partial<WorkspaceOptions>, string]>([
  ['the workspace', withoutDrafts, drafts],
  ['the workspace', withVariants, variants],
  [
    'a plugin',
    {plugins: [plugin('no-drafts', withoutDrafts)]},
    `${drafts} (plugin "no-drafts" says otherwise)`,
  ],
  [
    'a plugin of a plugin',
    {plugins: [within(plugin('variants', withVariants))]},
    `${variants} (plugin "variants" says otherwise)`,
  ],
  [
    'several plugins',
    {
      plugins: [
        plugin('one', {...withoutDrafts, plugins: [plugin('two', withoutDrafts)]}),
        plugin('three', {...withVariants, ...withoutDrafts}),
      ],
    },
    `${drafts} (plugins "two", "one", "three" say otherwise) and ${variants} (plugin "three" says otherwise)`,
  ],
  [
    'a plugin, where the workspace speaks of something else',
    {document: {drafts: {}}, plugins: [plugin('no-drafts', withoutDrafts)]},
    `${drafts} (plugin "no-drafts" says otherwise)`,
  ],
  [
    'nobody, where the workspace does not close it',
    {scheduledPublishing: undefined, scheduledDrafts: {enabled: true}},
    'scheduledPublishing: {enabled: false} and scheduledDrafts: {enabled: false}',
  ],
])('a road past the gate that is opened by %s', (_who, config, roads) => {
  expect(refusalOf(config)).toBe(refusal(roads))
})

const opening = within(
  plugin('opens-everything', {
    ...withoutDrafts,
    ...withVariants,
    scheduledDrafts: {enabled: true},
    releases: {enabled: true},
  }),
)
const resolve = async (config: WorkspaceOptions) => {
  const {document, beta, scheduledDrafts, scheduledPublishing, releases} =
    await createWorkspaceFromConfig({
      ...config,
      getClient: () => running.clientFor('administrator'),
      currentUser: {id: 'editor', name: 'Editor', email: '', role: 'editor', roles: []},
    })
  return {
    drafts: document.drafts?.enabled,
    variants: beta?.variants?.enabled,
    scheduledDrafts: scheduledDrafts?.enabled,
    scheduledPublishing: scheduledPublishing.enabled,
    releases: releases?.enabled,
  }
}

test('Sanity hears a plugin where the workspace says nothing, and the workspace where it speaks', async () => {
  const silent = {...closed, releases: {enabled: false}, plugins: [opening]}
  const open = {drafts: false, variants: true}
  const shut = {scheduledDrafts: false, scheduledPublishing: false, releases: false}
  expect(await resolve(silent)).toEqual({...open, ...shut})

  const spoken: WorkspaceOptions = {
    ...silent,
    document: {drafts: {enabled: true}},
    beta: {variants: {enabled: false}},
  }
  expect(refusalOf(spoken)).toBe('')
  expect(await resolve(spoken)).toEqual({drafts: true, variants: false, ...shut})
})
