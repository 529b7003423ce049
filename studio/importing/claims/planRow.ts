import type {JsonRecord} from '../../../plugins/claim-gate/model/record.ts'
import {contradictionsIn, missingIn} from './checkClaim.ts'
import type {Reason} from './claimColumn.ts'
import {FIELD_READERS} from './fieldReaders.ts'
import {findTarget, type LinesByCode, type Target} from './findTarget.ts'
import type {LibraryIndex} from './indexLibrary.ts'
import {isSaidAlready} from './isSaidAlready.ts'
import type {Outcome} from './outcome.ts'
import type {RowCells} from './readCells.ts'
import type {RowReading} from './rowReading.ts'

/** Reads one row against the content model and the dataset; every reason against it is told at once. */
export function planRow(row: RowCells, index: LibraryIndex, linesByCode: LinesByCode): Outcome {
  const {line, cells} = row
  const code = cells.get('code') ?? ''
  const target = findTarget(code, index, linesByCode)
  const base = 'key' in target ? {} : (target.claim?.draft ?? target.claim?.published ?? {})
  const read = readFields({cell: (column) => cells.get(column), base, index})
  const claim = {...base, ...read.fields}
  const reasons = [
    ...row.reasons,
    ...read.reasons,
    ...contradictionsIn(claim, new Set(Object.keys(read.fields))),
  ]
  if ('key' in target)
    return {status: 'refused', line, code, reasons: [...row.reasons, target, ...read.reasons]}
  // A cell that cannot be read is no field that is missing.
  if (target.claim === undefined && row.reasons.length === 0)
    reasons.push(
      ...missingIn(claim)
        .filter(({field}) => !read.unread.has(field))
        .map(toReason),
    )
  if (reasons.length > 0) return {status: 'refused', line, code, reasons}
  return accepted(line, code, target, base, read.fields)
}

const toReason = ({title}: {title: string}): Reason => ({
  key: 'field.missing',
  params: {field: title},
})

interface ReadFields {
  fields: JsonRecord
  reasons: readonly Reason[]
  /** Fields of which something is said that cannot be read. */
  unread: ReadonlySet<string>
}

function readFields(row: RowReading): ReadFields {
  const fields: Record<string, unknown> = {}
  const reasons: Reason[] = []
  const unread = new Set<string>()
  for (const [field, read] of FIELD_READERS) {
    const result = read(row)
    if (result === undefined) continue
    if ('value' in result) fields[field] = result.value
    else {
      reasons.push(...result.reasons)
      unread.add(field)
    }
  }
  return {fields, reasons, unread}
}

function accepted(
  line: number,
  code: string,
  {id, claim}: Target,
  base: JsonRecord,
  fields: JsonRecord,
): Outcome {
  if (claim === undefined) return {status: 'new', line, code, id, claim: {code, ...fields}}
  const changes = Object.entries(fields).flatMap(([field, after]) =>
    isSaidAlready(field, base[field], after) ? [] : [{field, before: base[field], after}],
  )
  if (changes.length === 0) return {status: 'same', line, code, id}
  const {draft, published} = claim
  const copies = {...(draft ? {draft} : {}), ...(published ? {published} : {})}
  return {status: 'changed', line, code, id, changes, ...copies}
}
