export {withClaimGate, type StudioOptions} from './withClaimGate.ts'
export type {ConfirmSignature, SignatureToConfirm} from './inspector/confirmSignature.ts'
export {GateConfigError} from './model/createGateModel.ts'
export type {
  AgreementOptions,
  DateOptions,
  FirstPublish,
  GateOptions,
  RoleCondition,
  RoleOptions,
  Side,
  SignerOptions,
} from './model/gateModel.ts'
export type {ClaimGateTypeOptions} from './model/schemaOptions.ts'
