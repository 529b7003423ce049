export {withClaimGate} from './withClaimGate.ts'
export {GateConfigError} from './model/createGateModel.ts'
export type {DateOptions, GateOptions, RoleOptions, SignerOptions} from './model/gateModel.ts'
export type {ClaimGateTypeOptions} from './model/schemaOptions.ts'
