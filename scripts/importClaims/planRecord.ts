import {countOutcomes, type ImportPlan} from '../../studio/importing/claims/outcome.ts'
import {sayReason} from '../../studio/importing/claims/sayReason.ts'
import type {Ending} from './writePlan.ts'

/** The plan as a program reads it, without the documents. */
export function planRecord({mapping, outcomes}: ImportPlan, {written, line}: Ending): object {
  return {
    columns: mapping.columns.map(({index, header, column, note}) => ({
      place: index + 1,
      header,
      field: column ?? null,
      ...(note ? {note: sayReason(note)} : {}),
    })),
    ...(mapping.problem ? {problem: sayReason(mapping.problem)} : {}),
    rows: outcomes.map((outcome) => ({
      line: outcome.line,
      code: outcome.code,
      status: outcome.status,
      ...('id' in outcome ? {id: outcome.id} : {}),
      ...(outcome.status === 'changed' ? {changes: outcome.changes} : {}),
      ...(outcome.status === 'refused' ? {reasons: outcome.reasons.map(sayReason)} : {}),
    })),
    counts: countOutcomes(outcomes),
    written,
    message: line,
  }
}
