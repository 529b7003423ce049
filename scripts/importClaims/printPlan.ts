import {columnTitle} from '../../studio/importing/claims/claimColumns.ts'
import {fieldTitle} from '../../studio/importing/claims/fieldTitle.ts'
import type {MappedColumn} from '../../studio/importing/claims/mapColumns.ts'
import {
  countOutcomes,
  type FieldChange,
  type ImportPlan,
  type Outcome,
} from '../../studio/importing/claims/outcome.ts'
import {sayReason} from '../../studio/importing/claims/sayReason.ts'
import {sayValue, type Titles} from '../../studio/importing/claims/sayValue.ts'
import {printable} from './printable.ts'

/** The plan as a person reads it: how columns are read, what becomes of each row, and the counts. */
export function planLines({mapping, outcomes}: ImportPlan, titles: Titles): string[] {
  const counts = countOutcomes(outcomes)
  return [
    'Columns',
    ...mapping.columns.map((column) => `  ${columnLine(column)}`),
    ...(mapping.problem ? [sayReason(mapping.problem)] : ['Rows']),
    ...outcomes.flatMap((outcome) => outcomeLines(outcome, titles).map((line) => `  ${line}`)),
    ...(mapping.problem
      ? []
      : [
          `${outcomes.length} rows: ${counts.new} new, ${counts.changed} change a claim, ${counts.same} the same, ${counts.refused} refused`,
          'An empty cell changes nothing.',
        ]),
  ]
}

function columnLine({index, header, column, note}: MappedColumn): string {
  const name = `#${index + 1} ${printable(header) || '(no name)'}`
  if (column !== undefined) return `${name} → ${columnTitle(column)}`
  return `${name}: not imported${note ? `. ${printable(sayReason(note))}` : ''}`
}

function outcomeLines(outcome: Outcome, titles: Titles): string[] {
  const row = `line ${outcome.line}  ${printable(outcome.code) || '(no code)'}  ${STATUS[outcome.status]}`
  if (outcome.status === 'changed')
    return [row, ...outcome.changes.map((change) => changeLine(change, titles))]
  if (outcome.status === 'refused')
    return [row, ...outcome.reasons.map((each) => `  ${longLine(sayReason(each))}`)]
  return [row]
}

const STATUS = {new: 'new', changed: 'changes', same: 'the same', refused: 'refused'}

function changeLine({field, before, after}: FieldChange, titles: Titles): string {
  const [from, to] = [before, after].map((value) => printable(sayValue(field, value, titles)))
  return `  ${fieldTitle(field)}: ${from || '(empty)'} → ${to}`
}

/** A reason is said to its end: what to do stands there. */
const longLine = (text: string): string => text.replaceAll(/[\p{C}\s]+/gu, ' ')
