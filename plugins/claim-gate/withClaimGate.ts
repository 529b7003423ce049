import type {
  PluginOptions,
  SchemaPluginOptions,
  SchemaTypeDefinition,
  WorkspaceOptions,
} from 'sanity'
import {gatedPublishAction} from './documentActions/gatedPublishAction.tsx'
import {createGate} from './gate.ts'
import type {ConfirmSignature} from './inspector/confirmSignature.ts'
import {GateConfigError} from './model/createGateModel.ts'
import {GATE_TYPES, isGated, type GateOptions} from './model/gateModel.ts'
import {claimGatePlugin} from './plugin.ts'
import {gateSchemaTypes} from './schemas/index.ts'
import {withAgreementRule} from './validation/withAgreementRule.ts'
import {withReleaseRule} from './validation/withReleaseRule.ts'
import {withTogetherRule} from './validation/withTogetherRule.ts'

/** What only a Studio can be told, because it is not plain data. */
export interface StudioOptions {
  /** A second factor: asked before every signature and recall in the Studio. Without it the Studio asks for no password. */
  confirmSignature?: ConfirmSignature
}

/**
 * Puts a workspace behind the gate. Wraps the root configuration, because only there the final list of document actions
 * and of schema types is seen.
 * @throws GateConfigError when the schema holds something that the gate could not hold.
 */
export function withClaimGate(
  config: WorkspaceOptions,
  options: GateOptions,
  {confirmSignature}: StudioOptions = {},
): WorkspaceOptions {
  refuseOpenRoads(config)
  const gate = createGate(options, confirmSignature)
  return {
    ...config,
    plugins: [...(config.plugins ?? []), claimGatePlugin(gate)],
    schema: {
      ...config.schema,
      types: (previous, context) => {
        const types = resolveTypes(config, previous, context)
        const model = gate.read(types)
        const ruled = types
          .map((type) => withAgreementRule(withReleaseRule(type, gate), gate))
          .map(withTogetherRule)
        return [...ruled, ...gateSchemaTypes(model)]
      },
    },
    document: {
      ...config.document,
      actions: (previous, context) => {
        const own = config.document?.actions
        const actions =
          typeof own === 'function' ? own(previous, context) : [...previous, ...(own ?? [])]
        // The gate's own documents are written by the gate alone.
        if (GATE_TYPES.some((type) => type === context.schemaType)) return []
        if (!isGated(gate.model, context.schemaType)) return actions
        return actions.map((action) =>
          action.action === 'publish' ? gatedPublishAction(action, gate) : action,
        )
      },
      newDocumentOptions: (previous, context) => {
        const own = config.document?.newDocumentOptions
        const items = own ? own(previous, context) : previous
        return items.filter(({templateId}) => !GATE_TYPES.some((type) => type === templateId))
      },
    },
  }
}

/** Ways to "published" on which the Studio asks neither action nor validation. */
function refuseOpenRoads(config: WorkspaceOptions): void {
  const roads = [
    ...(['scheduledPublishing', 'scheduledDrafts'] as const)
      .filter((road) => config[road]?.enabled !== false)
      .map((road) => `${road}: {enabled: false}`),
    ...opened(config, 'document: {drafts: {enabled: true}}', ({document}) =>
      isSaid(document?.drafts?.enabled, false),
    ),
    ...opened(config, 'beta: {variants: {enabled: false}}', ({beta}) =>
      isSaid(beta?.variants?.enabled, true),
    ),
  ]
  if (roads.length === 0) return
  throw new GateConfigError(
    `claim-gate cannot start: set ${roads.join(' and ')} in the workspace; what they publish is never asked about`,
  )
}

/** Whether a value opens a road; `undefined` where nothing is said. */
const isSaid = (value: boolean | undefined, open: boolean): boolean | undefined =>
  value === undefined ? undefined : value === open

/**
 * What closes a road that the workspace opens, or that a plugin opens while the workspace says nothing: of such a
 * road Sanity asks every plugin, and the workspace last.
 */
function opened(
  config: WorkspaceOptions,
  closing: string,
  isOpen: (said: Pick<PluginOptions, 'document' | 'beta'>) => boolean | undefined,
): string[] {
  const own = isOpen(config)
  if (own !== undefined) return own ? [closing] : []
  const names = allPlugins(config.plugins)
    .filter(isOpen)
    .map(({name}) => `"${name}"`)
  if (names.length === 0) return []
  const who = names.length === 1 ? `plugin ${names.join()} says` : `plugins ${names.join(', ')} say`
  return [`${closing} (${who} otherwise)`]
}

/** Plugins with those that they bring along. */
const allPlugins = (plugins: readonly PluginOptions[] = []): PluginOptions[] =>
  plugins.flatMap((plugin) => [...allPlugins(plugin.plugins), plugin])

type TypesContext = Parameters<
  Extract<SchemaPluginOptions['types'], (...args: never[]) => unknown>
>[1]

function resolveTypes(
  config: WorkspaceOptions,
  previous: SchemaTypeDefinition[],
  context: TypesContext,
): SchemaTypeDefinition[] {
  const types = config.schema?.types
  return typeof types === 'function' ? types(previous, context) : [...previous, ...(types ?? [])]
}
