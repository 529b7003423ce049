import {fieldFault, NEEDS} from './fieldFault.ts'
import type {GateModel} from './gateModel.ts'
import {textAt, type JsonRecord} from './record.ts'

/** What keeps everybody from signing, because who may sign could not be read. */
export function signerProblems(model: GateModel, definitions: readonly JsonRecord[]): string[] {
  const {type, accountPath, namePath, rolesPath} = model.options.signers
  if (!definitions.some((definition) => textAt(definition, 'name') === type))
    return [`options.signers.type "${type}" is no type of the schema; nobody could sign`]
  return [
    {option: 'accountPath', path: accountPath, need: NEEDS.text},
    {option: 'namePath', path: namePath, need: NEEDS.text},
    {option: 'rolesPath', path: rolesPath, need: NEEDS.textList},
  ].flatMap(({option, path, need}) => {
    const fault = fieldFault(model, definitions, {type, path, need})
    return fault ? [`options.signers.${option} ${fault.words}; nobody could sign`] : []
  })
}
