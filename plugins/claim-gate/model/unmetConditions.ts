import {canonicalText} from '../fingerprint/canonicalText.ts'
import {allowedValues} from './allowedValues.ts'
import {fieldAt} from './fieldKind.ts'
import type {GatedType} from './gateModel.ts'
import type {JsonRecord} from './record.ts'

/** Conditions on a value that nobody can choose: the role that they add would be asked for in no new document. */
export function unmetConditionProblems(
  {name, rolesWhen}: GatedType,
  definitions: readonly JsonRecord[],
): string[] {
  return rolesWhen.flatMap(({path, in: values, add}) => {
    const field = fieldAt(definitions, name, path)
    const allowed = (field && allowedValues(definitions, field, ['text', 'scalar']))?.map(counted)
    return values
      .filter((value) => allowed?.includes(counted(value)) === false)
      .map(
        (value) =>
          `type "${name}": rolesWhen waits for ${JSON.stringify(value)} at "${path}", which is none of the values that this field allows (${allowed?.map((each) => JSON.stringify(each)).join(', ') || 'no value'}), so that nobody who chooses from them is asked for ${add.join(', ')}; correct the value, or put it into the list of values of that field`,
      )
  })
}

/** As it is compared with a document. */
const counted = (value: unknown): unknown =>
  typeof value === 'string' ? canonicalText(value, false) : value
