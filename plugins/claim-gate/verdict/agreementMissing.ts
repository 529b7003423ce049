import {contentOf} from '../fingerprint/contentOf.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {idAt, isRecord, textAt, valueAt} from '../model/record.ts'

/** People who have not agreed to this content; the name of the field where it does not say who must. */
export function agreementMissing(model: GateModel, document: GateDocument): string[] {
  const {agreement} = model.options
  if (!agreement) return []
  const {fingerprint} = contentOf(model, document)
  const recorded = valueAt(document, agreement.recordPath)
  const records: readonly unknown[] = Array.isArray(recorded) ? recorded : []
  const agreed = new Set(
    records.filter(isRecord).flatMap((record) => {
      const person = idAt(record, 'person')
      return person !== undefined && textAt(record, 'fingerprint') === fingerprint ? [person] : []
    }),
  )
  return agreement.people
    .map((path) => idAt(document, path) ?? path)
    .filter((person) => !agreed.has(person))
}
