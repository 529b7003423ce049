import {isRecord} from '../../../plugins/claim-gate/model/record.ts'

/** What differs between copies without a difference in what they say. */
const UNSAID = ['_key', '_weak', '_strengthenOnPublish']
/** Fields whose members have no order. */
const UNORDERED = ['audiences', 'indications', 'authorizations']

/** Whether a field says already what a row says of it. */
export const isSaidAlready = (field: string, before: unknown, after: unknown): boolean =>
  written(field, before) === written(field, after)

function written(field: string, value: unknown): string {
  if (!UNORDERED.includes(field)) return plain(value)
  const members: unknown[] = Array.isArray(value) ? value : []
  return JSON.stringify(members.map(plain).toSorted())
}

const plain = (value: unknown): string => JSON.stringify(said(value)) ?? ''

function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said)
  if (!isRecord(value)) return value
  const kept = Object.entries(value).filter(([key]) => !UNSAID.includes(key))
  return kept.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, said(each)])
}
