import {textAt, textsAt, type JsonRecord} from '../../../plugins/claim-gate/model/record.ts'
import {AUDIENCES, ECONOMIC_AUDIENCES, titleOf} from '../../../schemas/choices.ts'
import type {Reason} from './claimColumn.ts'

/** Without these the content model has no claim; each with how people call it. */
const REQUIRED = {
  statement: 'Statement',
  category: 'Category',
  product: 'Product',
  substantiation: 'Evidence',
  audiences: 'Audiences',
  authorizations: 'Market',
}

/** What a claim lacks that is made anew. */
export const missingIn = (claim: JsonRecord): {field: string; title: string}[] =>
  Object.entries(REQUIRED).flatMap(([field, title]) =>
    isEmpty(claim[field]) ? [{field, title}] : [],
  )

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** What the fields of a claim say against each other, of those that a row touches. */
export function contradictionsIn(claim: JsonRecord, touched: ReadonlySet<string>): Reason[] {
  const reasons: Reason[] = []
  const others = textsAt(claim, 'audiences').filter((each) => !ECONOMIC_AUDIENCES.includes(each))
  const isAboutCosts = touched.has('category') || touched.has('audiences')
  if (isAboutCosts && claim.category === 'economic' && others.length > 0) {
    const names = others.map((each) => titleOf(AUDIENCES, each)).join(', ')
    reasons.push({key: 'audiences.economic', params: {others: names}})
  }
  const [from, until] = [textAt(claim, 'effectiveOn'), textAt(claim, 'expiresOn')]
  const isDated = touched.has('effectiveOn') || touched.has('expiresOn')
  if (isDated && from !== undefined && until !== undefined && until < from)
    reasons.push({key: 'day.reversed', params: {from, until}})
  return reasons
}
