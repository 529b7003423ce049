import {fieldFault, NEEDS} from './fieldFault.ts'
import {FIELD_PATH} from './fieldPath.ts'
import type {GateModel} from './gateModel.ts'
import {immaterialStep} from './immaterialStep.ts'
import {textAt, type JsonRecord} from './record.ts'

/** What keeps an agreement from being found, recorded or read. */
export function agreementProblems(model: GateModel, definitions: readonly JsonRecord[]): string[] {
  const {agreement} = model.options
  if (!agreement) return []
  const {type, groupPath, people, recordPath} = agreement
  const isKnown = definitions.some((definition) => textAt(definition, 'name') === type)
  const isReviewed = isKnown && immaterialStep(model, type, recordPath) === undefined
  const readable = [
    ...[groupPath, ...people].map((path) => ({path, need: NEEDS.id})),
    // One that is reviewed is said to be so, whatever else it is.
    ...(isReviewed ? [] : [{path: recordPath, need: NEEDS.records}]),
  ]
  return [
    ...(isKnown ? [] : [`options.agreement.type "${type}" is no type of the schema`]),
    ...[groupPath, recordPath, ...people]
      .filter((path) => !FIELD_PATH.test(path))
      .map((path) => `options.agreement: "${path}" is no path of fields such as "a" or "a.b"`),
    ...readable
      .filter(({path}) => isKnown && FIELD_PATH.test(path))
      .flatMap(({path, need}) => fieldFault(model, definitions, {type, path, need}) ?? [])
      .map(({words}) => `options.agreement: ${words}`),
    ...(people.length === 0
      ? ['options.agreement.people is empty; name at least one field with who must agree']
      : []),
    ...(isReviewed
      ? [
          `type "${type}": "${recordPath}" records who agreed, so it must be material: false, or agreeing would change what was agreed to`,
        ]
      : []),
  ]
}
