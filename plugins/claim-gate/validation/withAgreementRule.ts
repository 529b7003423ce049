import type {SchemaTypeDefinition, ValidationContext} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import type {Gate} from '../gate.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {isRecord, textAt} from '../model/record.ts'
import {agreementMissing} from '../verdict/agreementMissing.ts'
import {addRule, isDocumentType} from './addRule.ts'

/**
 * Adds one warning to the type that people agree to: who has not agreed to it as it now stands. Only the gate can say so,
 * because only it takes fingerprints.
 */
export function withAgreementRule(type: SchemaTypeDefinition, gate: Gate): SchemaTypeDefinition {
  const {agreement} = gate.model.options
  if (!isDocumentType(type) || type.name !== agreement?.type) return type
  return addRule(type, 'warning', async (value, context) => {
    if (!isDocument(value)) return true
    const missing = agreementMissing(gate.model, value).filter(
      // A field that names nobody has a rule of its own.
      (person) => !agreement.people.includes(person),
    )
    if (missing.length === 0) return true
    const names = await namesOf(missing, gate.model, context)
    return {
      message: `Not agreed to as it now stands by ${names.join(' and ')}: the checkpoints of the launch wait until they agree there.`,
      path: [agreement.recordPath],
    }
  })
}

async function namesOf(
  people: readonly string[],
  {options: {signers}}: GateModel,
  context: ValidationContext,
): Promise<string[]> {
  const found = await context
    .getClient({apiVersion: API_VERSION})
    .fetch<GateDocument[]>('*[_id in $people]', {people}, {perspective: 'published'})
  return people.map((id) => {
    const person = found.find(({_id}) => _id === id)
    return (person && textAt(person, signers.namePath)) ?? id
  })
}

function isDocument(value: unknown): value is GateDocument {
  return isRecord(value) && typeof value._type === 'string'
}
