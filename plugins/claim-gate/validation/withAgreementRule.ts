import type {SchemaTypeDefinition, ValidationContext} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import type {Gate} from '../gate.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {isRecord, textAt} from '../model/record.ts'
import {agreementMissing} from '../verdict/agreementMissing.ts'
import {addRule, isDocumentType} from './addRule.ts'

/**
 * Adds one warning to the type that people agree to: who has not agreed to it as it stands here. Only the gate can say so,
 * because only it takes fingerprints. People agree to what is published, on the page of a launch's checkpoint.
 */
export function withAgreementRule(type: SchemaTypeDefinition, gate: Gate): SchemaTypeDefinition {
  const {agreement} = gate.model.options
  if (!isDocumentType(type) || type.name !== agreement?.type) return type
  return addRule(type, 'warning', async (value, context) => {
    if (!isDocument(value)) return true
    const missing = agreementMissing(gate.model, value)
    if (missing.length === 0) return true
    // Who has to agree is said elsewhere where it is not known yet.
    if (agreement.people.some((path) => missing.includes(path))) return true
    const names = await namesOf([...new Set(missing)], gate.model, context)
    return {
      message: `Not agreed to as it stands here by ${names.join(' and ')}. Once it is published they agree on the page of the launch’s checkpoint, which waits for that.`,
      path: agreement.recordPath.split('.'),
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
    // A name is a courtesy, and what is thrown here would keep the document from being published.
    .catch((): GateDocument[] => [])
  return people.map((id) => {
    const person = found.find(({_id}) => _id === id)
    return (person && textAt(person, signers.namePath)) ?? id
  })
}

function isDocument(value: unknown): value is GateDocument {
  return isRecord(value) && typeof value._type === 'string'
}
