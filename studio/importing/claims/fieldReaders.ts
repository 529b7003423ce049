import {listAt, textAt, isRecord} from '../../../plugins/claim-gate/model/record.ts'
import {AUDIENCES, CLAIM_CATEGORIES} from '../../../schemas/choices.ts'
import {referencedId} from '../../../schemas/references.ts'
import type {ClaimColumn} from './claimColumn.ts'
import {columnTitle} from './claimColumns.ts'
import {createKeys} from './createKeys.ts'
import {findSources} from './findSources.ts'
import {referenceTo} from './referenceTo.ts'
import {readAuthorizations} from './readAuthorizations.ts'
import {readChoices} from './readChoices.ts'
import {readDay} from './readDay.ts'
import {readSubstantiation} from './readSubstantiation.ts'
import {readSupersedes} from './readSupersedes.ts'
import {resultOf, type FieldResult, type RowReading} from './rowReading.ts'
import {splitSentences} from './splitCell.ts'

type FieldReader = (row: RowReading) => FieldResult

const text =
  (column: ClaimColumn): FieldReader =>
  ({cell}) => {
    const value = cell(column)
    return value === undefined ? undefined : {value}
  }

const day =
  (column: ClaimColumn): FieldReader =>
  ({cell}) => {
    const said = cell(column)
    if (said === undefined) return undefined
    const value = readDay(said)
    if (value !== undefined) return {value}
    const params = {field: columnTitle(column), value: said.slice(0, 40)}
    return {reasons: [{key: 'day.unclear', params}]}
  }

const variations: FieldReader = ({cell}) => {
  const said = cell('variations')
  return said === undefined ? undefined : {value: [...new Set(splitSentences(said))]}
}

const category: FieldReader = ({cell}) => {
  const said = cell('category')
  if (said === undefined) return undefined
  const read = readChoices('category', CLAIM_CATEGORIES, said)
  if ('reasons' in read) return read
  return read.values.length === 1 ? {value: read.values[0]} : {reasons: [{key: 'category.several'}]}
}

const audiences: FieldReader = ({cell}) => {
  const said = cell('audiences')
  if (said === undefined) return undefined
  const read = readChoices('audiences', AUDIENCES, said)
  return 'reasons' in read ? read : {value: [...new Set(read.values)]}
}

const product: FieldReader = ({cell, index}) => {
  const said = cell('product')
  if (said === undefined) return undefined
  const [found, ...more] = findSources(index, 'product', said)
  if (found === undefined || more.length > 0) return {reasons: [{key: 'product.two'}]}
  return 'key' in found ? {reasons: [found]} : {value: referenceTo(found.source)}
}

const indications: FieldReader = ({cell, base, index}) => {
  const said = cell('indications')
  if (said === undefined) return undefined
  const found = findSources(index, 'indication', said)
  const before = listAt(base, 'indications').filter(isRecord)
  const keyFor = createKeys(before.flatMap((each) => textAt(each, '_key') ?? []))
  const sources = new Map(
    found.flatMap((each) => ('key' in each ? [] : [[each.source.id, each.source] as const])),
  )
  const value = [...sources.values()].map((source) => {
    const old = before.find((each) => referencedId(each) === source.id)
    return old ?? {_key: keyFor(source.id), ...referenceTo(source)}
  })
  return resultOf(
    value,
    found.filter((each) => 'key' in each),
  )
}

/** For each field of a claim what reads it from a row, in the order of the form; the code is no field that is changed. */
export const FIELD_READERS: readonly (readonly [field: string, read: FieldReader])[] = [
  ['statement', text('statement')],
  ['qualifier', text('qualifier')],
  ['footnote', text('footnote')],
  ['variations', variations],
  ['category', category],
  ['product', product],
  ['indications', indications],
  ['substantiation', readSubstantiation],
  ['riskInformation', text('riskInformation')],
  ['audiences', audiences],
  ['authorizations', readAuthorizations],
  ['effectiveOn', day('effectiveOn')],
  ['expiresOn', day('expiresOn')],
  ['supersedes', readSupersedes],
  ['internalNotes', text('internalNotes')],
]
