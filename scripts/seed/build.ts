/** Small parts from which the documents of the demo launch are put together. */

interface Reference {
  _key: string
  _type: 'reference'
  _ref: string
}

export const reference = (id: string): Omit<Reference, '_key'> => ({_type: 'reference', _ref: id})
export const references = (ids: readonly string[]): Reference[] =>
  ids.map((id) => ({_key: id, _type: 'reference', _ref: id}))

export const claimId = (code: string): string => `claim-${code.slice('CLM-'.length)}`
export const evidenceId = (number: number): string => `evidence-${number}`
export const objectionId = (number: number): string => `objection-${number}`
export const slideId = (number: number): string => `slide-${String(number).padStart(2, '0')}`

export type Cited = string | {words: string; claim: string}

/** Texts in which no words are tied to a claim, a paragraph each. */
export const plain = (texts: readonly string[]): string[][] => texts.map((text) => [text])

/** Paragraphs one after the other. */
export const paragraphs = (all: readonly (readonly Cited[])[]): object[] =>
  all.map((parts, at) => paragraph(`p${at + 1}`, parts))

/** A paragraph in which words may be tied to the claim that they state. */
export function paragraph(key: string, parts: readonly Cited[]): object {
  const cited = parts.flatMap((part) => (typeof part === 'string' ? [] : [part]))
  return {
    _key: key,
    _type: 'block',
    style: 'normal',
    markDefs: cited.map(({claim}, index) => ({
      _key: `${key}m${index}`,
      _type: 'claimReference',
      claim: reference(claimId(claim)),
    })),
    children: parts.map((part, index) => ({
      _key: `${key}s${index}`,
      _type: 'span',
      text: typeof part === 'string' ? part : part.words,
      marks: typeof part === 'string' ? [] : [`${key}m${cited.indexOf(part)}`],
    })),
  }
}

/** A reference that does not keep what it names from being deleted. */
export const weakReferences = (ids: readonly string[]): object[] =>
  ids.map((id) => ({_key: id, _type: 'reference', _ref: id, _weak: true}))

/** A member of a list, under a key that stays with it. */
export const keyed = (key: string, type: string, fields: object): object => ({
  _key: key,
  _type: type,
  ...fields,
})

/** The calendar day so many days from today, `YYYY-MM-DD`. */
export function dayFromToday(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
