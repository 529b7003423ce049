import {
  isRecord,
  listAt,
  textAt,
  type JsonRecord,
} from '../../../plugins/claim-gate/model/record.ts'
import {fieldOf, referencedId} from '../../../schemas/references.ts'
import type {Reason} from './claimColumn.ts'
import {createKeys} from './createKeys.ts'
import {PLACE_PARTS, readPlaces, type SaidPlace} from './readPlaces.ts'
import type {Place} from './readPlace.ts'
import {readSupports, type Support} from './readSupports.ts'
import {resultOf, type FieldResult, type RowReading} from './rowReading.ts'

const COLUMNS = ['evidence', 'locator', ...PLACE_PARTS] as const

/** What the claim rests on, each with its place; what is there already keeps what the row does not say. */
export function readSubstantiation(row: RowReading): FieldResult {
  const before = listAt(row.base, 'substantiation').filter(isRecord)
  if (COLUMNS.every((column) => row.cell(column) === undefined)) return undefined
  const read = readSupports(row, before)
  const unknown = read.filter((each) => 'key' in each)
  if (unknown.length > 0) return {reasons: unknown}
  const supports = read.flatMap((each) => ('key' in each ? [] : [each]))
  if (supports.length === 0) return {reasons: [{key: 'evidence.place-alone'}]}
  const places = readPlaces(row, supports.length)
  if ('reasons' in places) return places
  return entriesOf(supports, places.said, before)
}

function entriesOf(
  supports: readonly Support[],
  said: readonly SaidPlace[],
  before: readonly JsonRecord[],
): FieldResult {
  const left = [...before]
  const keyFor = createKeys(before.flatMap((each) => textAt(each, '_key') ?? []))
  const reasons: Reason[] = []
  const entries = supports.map(({evidence, id, title, place}, at) => {
    const found = left.findIndex((each) => referencedId(fieldOf(each, 'evidence')) === id)
    const [old] = found < 0 ? [] : left.splice(found, 1)
    const {whole = place, parts = {}} = said[at] ?? {}
    const locator = {_type: 'locator', ...(whole ?? placeOf(old)), ...parts}
    if (Object.keys(locator).length === 1)
      reasons.push({key: 'evidence.no-place', params: {name: title}})
    const _key = (old && textAt(old, '_key')) ?? keyFor(id)
    return {_key, _type: 'substantiation', evidence, locator}
  })
  return resultOf(entries, reasons)
}

/** The place that stands there now. */
function placeOf(entry: JsonRecord | undefined): Place {
  const locator = entry?.locator
  const parts = isRecord(locator)
    ? PLACE_PARTS.flatMap((part) => {
        const text = textAt(locator, part)
        return text === undefined || text === '' ? [] : [[part, text] as const]
      })
    : []
  return Object.fromEntries(parts)
}
