import {trialOptions, trialTypes} from '../../../plugins/claim-gate/fixtures/trialSchema.ts'
import {createGateModel} from '../../../plugins/claim-gate/node.ts'

/** The gate over the trial's types as they are a year later: renamed, turned about, each with one field more. */
export const grownModel = createGateModel(
  trialTypes.map(({fields, title, ...type}) => ({
    ...type,
    title: `${title ?? type.name} (new)`,
    fields: [{name: 'cameLater', type: 'string'}, ...fields.toReversed()],
  })),
  trialOptions,
)
