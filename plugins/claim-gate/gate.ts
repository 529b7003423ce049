import {createGateModel} from './model/createGateModel.ts'
import type {ConfirmSignature} from './inspector/confirmSignature.ts'
import type {GateModel, GateOptions} from './model/gateModel.ts'

/** What the Studio's parts of the plugin share: the model, which stands as soon as the schema does. */
export interface Gate {
  readonly options: GateOptions
  readonly model: GateModel
  /** Asked before anything is signed in the Studio. */
  readonly confirmSignature: ConfirmSignature | undefined
  /** Derives the model from the final list of types. */
  read(types: readonly unknown[]): GateModel
}

export function createGate(options: GateOptions, confirmSignature?: ConfirmSignature): Gate {
  let model: GateModel | undefined
  return {
    options,
    confirmSignature,
    get model() {
      if (!model)
        throw new Error(
          'claim-gate was asked before the schema stood: wrap the workspace in withClaimGate',
        )
      return model
    },
    read(types) {
      model = createGateModel(types, options)
      return model
    },
  }
}
