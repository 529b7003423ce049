export {withClaimGate} from './withClaimGate.ts'
export {GateConfigError} from './model/createGateModel.ts'
export type {GateOptions} from './model/gateModel.ts'
