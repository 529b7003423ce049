import {
  isRecord,
  listAt,
  textAt,
  type JsonRecord,
} from '../../../plugins/claim-gate/model/record.ts'
import {LABEL_STATUSES, MARKETS, titleOf} from '../../../schemas/choices.ts'
import type {Reason} from './claimColumn.ts'
import {choiceOf} from './choiceOf.ts'
import {createKeys} from './createKeys.ts'
import {readChoices, unknownChoice} from './readChoices.ts'
import {resultOf, type FieldResult, type RowReading} from './rowReading.ts'
import {splitCell, splitSentences} from './splitCell.ts'

const COLUMNS = ['market', 'labelStatus', 'rationale', 'ifuLocator'] as const

/** Where the claim may be made and why; a market that is there already keeps what the row does not say. */
export function readAuthorizations(row: RowReading): FieldResult {
  if (COLUMNS.every((column) => row.cell(column) === undefined)) return undefined
  const before = listAt(row.base, 'authorizations').filter(isRecord)
  const markets = readMarkets(row, before)
  if ('reasons' in markets) return markets
  const {values} = markets
  if (values.length === 0) return {reasons: [{key: 'market.missing'}]}
  const statuses = readStatuses(row, values.length)
  if ('reasons' in statuses) return statuses
  const spread = (column: 'rationale' | 'ifuLocator'): (string | undefined)[] =>
    perMarket(row.cell(column), splitSentences, values.length)
  const [rationales, locators] = [spread('rationale'), spread('ifuLocator')]
  const keyFor = createKeys(before.flatMap((each) => textAt(each, '_key') ?? []))
  const reasons: Reason[] = []
  const entries = values.map((market, at) => {
    const old = before.find((each) => each.market === market)
    const entry = {
      ...(old ?? {_key: keyFor(market.toLowerCase()), _type: 'authorization', market}),
      ...given('labelStatus', statuses.values[at]),
      ...given('rationale', rationales[at]),
      ...given('ifuLocator', locators[at]),
    }
    reasons.push(...faultsOf(entry, market))
    return entry
  })
  return resultOf(entries, reasons)
}

type Values = {values: (string | undefined)[]} | {reasons: Reason[]}

function readMarkets(
  {cell}: RowReading,
  before: readonly JsonRecord[],
): {values: string[]} | {reasons: Reason[]} {
  const named = cell('market')
  if (named === undefined) return {values: before.flatMap((each) => textAt(each, 'market') ?? [])}
  const read = readChoices('market', MARKETS, named)
  if ('reasons' in read || new Set(read.values).size === read.values.length) return read
  return {reasons: [{key: 'market.twice'}]}
}

function readStatuses({cell}: RowReading, count: number): Values {
  const words = perMarket(cell('labelStatus'), splitCell, count)
  const stray = words.length === count ? [] : [{key: 'market.uneven', params: {count}} as const]
  const values = words.map((word) => word && choiceOf(LABEL_STATUSES, word))
  const unknown = words
    .filter((word, at) => word !== undefined && values[at] === undefined)
    .map((word) => unknownChoice('labelStatus', LABEL_STATUSES, word ?? ''))
  const reasons = [...stray, ...unknown.slice(0, 1)]
  return reasons.length > 0 ? {reasons} : {values}
}

/** One for each market where there are as many; otherwise what is said once for all. */
function perMarket(
  cell: string | undefined,
  split: (cell: string) => string[],
  count: number,
): (string | undefined)[] {
  const parts = cell === undefined ? [] : split(cell)
  if (parts.length === count || split === splitCell) {
    return parts.length > 1 ? parts : Array.from({length: count}, () => parts[0])
  }
  return Array.from({length: count}, () => cell)
}

const given = (field: string, value: string | undefined): JsonRecord =>
  value === undefined ? {} : {[field]: value}

function faultsOf(entry: JsonRecord, market: string): Reason[] {
  const params = {market: titleOf(MARKETS, market)}
  if (entry.labelStatus === undefined) return [{key: 'market.no-status', params}]
  const isBare = (textAt(entry, 'rationale') ?? '').trim() === ''
  return entry.labelStatus === 'consistentWithLabel' && isBare
    ? [{key: 'market.no-rationale', params}]
    : []
}
