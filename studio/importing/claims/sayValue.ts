import {isRecord, textAt, type JsonRecord} from '../../../plugins/claim-gate/model/record.ts'
import {
  AUDIENCES,
  CLAIM_CATEGORIES,
  LABEL_STATUSES,
  MARKETS,
  titleOf,
  type Choice,
} from '../../../schemas/choices.ts'
import {fieldOf, referencedId} from '../../../schemas/references.ts'
import type {Library} from './library.ts'

/** What people call a document that is referenced, by its id. */
export type Titles = ReadonlyMap<string, string>

export const titlesOf = ({sources, claims}: Library): Titles =>
  new Map([
    ...sources.map(({id, title}) => [id, title] as const),
    ...claims.map(({id, draft, published}) => [id, codeOf(draft ?? published) ?? id] as const),
  ])

const codeOf = (claim: JsonRecord | undefined): string | undefined => claim && textAt(claim, 'code')

/** Fields whose texts are values of a list. */
const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  audiences: AUDIENCES,
  category: CLAIM_CATEGORIES,
}

/** The value of a field of a claim in words, nothing for an empty one. */
export function sayValue(field: string, value: unknown, titles: Titles): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) {
    const members: unknown[] = value
    return members.map((member) => sayValue(field, member, titles)).join('; ')
  }
  if (typeof value === 'string') return titleOf(CHOICES[field] ?? [], value)
  if (!isRecord(value)) return JSON.stringify(value)
  if (field === 'substantiation') return saySupport(value, titles)
  if (field === 'authorizations') return sayAuthorization(value)
  const id = referencedId(value) ?? ''
  return titles.get(id) ?? id
}

function saySupport(entry: JsonRecord, titles: Titles): string {
  const id = referencedId(fieldOf(entry, 'evidence')) ?? ''
  const locator = isRecord(entry.locator) ? entry.locator : {}
  const places = ['page', 'table', 'figure'].flatMap((part) => {
    const place = textAt(locator, part)
    return place ? [`${part} ${place}`] : []
  })
  const quote = textAt(locator, 'quote')
  return [titles.get(id) ?? id, ...places, ...(quote ? [`“${quote}”`] : [])].join(', ')
}

function sayAuthorization(entry: JsonRecord): string {
  const said = [
    titleOf(LABEL_STATUSES, entry.labelStatus),
    textAt(entry, 'ifuLocator'),
    textAt(entry, 'rationale'),
  ].filter(Boolean)
  return [titleOf(MARKETS, entry.market), said.join(', ')].filter(Boolean).join(': ')
}
