import type {ClaimColumn, Reason} from './claimColumn.ts'
import {columnTitle} from './claimColumns.ts'
import {readPlace, type Place} from './readPlace.ts'
import type {RowReading} from './rowReading.ts'
import {splitPlaces} from './splitCell.ts'

/** The columns that say one part of a place each. */
export const PLACE_PARTS = ['page', 'table', 'figure', 'quote'] as const

export interface SaidPlace {
  /** The place as a whole. */
  whole?: Place
  /** Single parts, which leave the others as they are. */
  parts: Place
}

/** What a row says of the places of so many pieces of evidence, in their order. */
export function readPlaces(
  row: RowReading,
  count: number,
): {said: SaidPlace[]} | {reasons: Reason[]} {
  const reasons: Reason[] = []
  const valuesOf = (column: ClaimColumn): string[] => {
    const cell = row.cell(column)
    if (cell === undefined) return []
    const values = count === 1 ? [cell] : splitPlaces(cell)
    if (values.length === count) return values
    const params = {field: columnTitle(column), places: values.length, count}
    reasons.push({key: 'evidence.uneven', params})
    return []
  }
  const parts = PLACE_PARTS.map((column) => [column, valuesOf(column)] as const)
  const wholes = valuesOf('locator')
  const said = Array.from({length: count}, (_, at): SaidPlace => {
    const text = wholes[at] ?? ''
    const whole = readPlace(text)
    if (text !== '' && whole === undefined)
      reasons.push({key: 'evidence.place-unclear', params: {place: text.slice(0, 80)}})
    const given = parts.flatMap(([column, values]) => {
      const value = values[at] ?? ''
      return value === '' ? [] : [[column, value] as const]
    })
    return {...(whole ? {whole} : {}), parts: Object.fromEntries(given)}
  })
  return reasons.length > 0 ? {reasons} : {said}
}
