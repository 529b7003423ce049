import type {SchemaPluginOptions, SchemaTypeDefinition, WorkspaceOptions} from 'sanity'
import {gatedPublishAction} from './documentActions/gatedPublishAction.tsx'
import {createGate} from './gate.ts'
import type {ConfirmSignature} from './inspector/confirmSignature.ts'
import {GateConfigError} from './model/createGateModel.ts'
import {GATE_TYPES, isGated, type GateOptions} from './model/gateModel.ts'
import {claimGatePlugin} from './plugin.ts'
import {gateSchemaTypes} from './schemas/index.ts'
import {withAgreementRule} from './validation/withAgreementRule.ts'
import {withReleaseRule} from './validation/withReleaseRule.ts'

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
        const ruled = types.map((type) => withAgreementRule(withReleaseRule(type, gate), gate))
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
  const open = (['scheduledPublishing', 'scheduledDrafts'] as const).filter(
    (road) => config[road]?.enabled !== false,
  )
  const others = [
    ...(config.document?.drafts?.enabled === false ? ['document: {drafts: {enabled: true}}'] : []),
    ...(config.beta?.variants?.enabled ? ['beta: {variants: {enabled: false}}'] : []),
  ]
  if (open.length + others.length === 0) return
  const roads = [...open.map((road) => `${road}: {enabled: false}`), ...others].join(' and ')
  throw new GateConfigError(
    `claim-gate cannot start: set ${roads} in the workspace; what they publish is never asked about`,
  )
}

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
