import {textAt} from '../model/record.ts'
import {mismatch, type Mismatch} from './finding.ts'
import {PROOF_KINDS, type ProofRecord} from './proofRecord.ts'

/** Kind and id of a record. */
export function nameOf(record: ProofRecord | undefined): string {
  if (!record) return 'line'
  const id = textAt(record.value, '_id')
  return id === undefined ? record.kind : `${record.kind} ${id}`
}

/** What is wrong with where a record stands: by kind, then by id; the end after all, and nothing after the end. */
export function checkOrder(
  before: ProofRecord,
  record: ProofRecord,
  linesBefore: number,
): Mismatch | undefined {
  if (before.kind === 'end') return mismatch('nothing after the last line', 'another line')
  if (record.kind === 'end') {
    const {lines} = record.value
    return lines === linesBefore
      ? undefined
      : mismatch(`${linesBefore} lines before it`, String(lines))
  }
  if (record.kind === 'header') return mismatch('one header', 'a second one')
  return isAfter(record, before)
    ? undefined
    : mismatch(`a line that comes after ${nameOf(before)} by kind and id`, nameOf(record))
}

function isAfter(record: ProofRecord, before: ProofRecord): boolean {
  const kinds = PROOF_KINDS.indexOf(record.kind) - PROOF_KINDS.indexOf(before.kind)
  if (kinds !== 0) return kinds > 0
  return (textAt(record.value, '_id') ?? '') > (textAt(before.value, '_id') ?? '')
}
