import {useCallback} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {observeChanges} from '../world/observeChanges.ts'
import {useReread, type Reread} from '../explain/useReread.ts'

/** Content that was found published past the gate, or a review that was removed. */
export interface Incident {
  _id: string
  /** Published id. */
  subject: string
  subjectType: string
  rev: string | null
  /** Of the review that was removed. */
  review: string | null
  state: string
  openedAt: string
  closedAt: string | null
}

/** Settled ones are kept for ever; the newest of them are shown. */
const SETTLED = 50
const FIELDS = '{_id, subject, subjectType, rev, review, state, openedAt, closedAt}'
const QUERY = `[
  ...*[_type == "incident"][!defined(closedAt)] | order(openedAt desc)${FIELDS},
  ...*[_type == "incident"][defined(closedAt)] | order(closedAt desc)[0...${SETTLED}]${FIELDS}
]`

/** Every open incident and the newest settled ones, read again whenever one changes. */
export function useIncidents(): Reread<Incident[]> {
  const client = useClient({apiVersion: API_VERSION})
  return useReread(
    useCallback(() => client.fetch<Incident[]>(QUERY, {}, {perspective: 'raw'}), [client]),
    useCallback(() => observeChanges(client, '*[_type == "incident"]'), [client]),
  )
}
