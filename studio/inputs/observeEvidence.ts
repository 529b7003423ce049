import type {SanityClient} from '@sanity/client'
import type {Observable} from 'rxjs'
import {observeReading} from '../observeReading.ts'

interface Evidence {
  title: string | null
  study: unknown
}

const EVIDENCE_QUERY = '*[_id == $id][0]{title, study}'

/** A piece of evidence as it is written now; `null` where it is gone. */
export const observeEvidence = (client: SanityClient, id: string): Observable<Evidence | null> =>
  observeReading(client, {query: '*[_id in $ids]', params: {ids: [id, `drafts.${id}`]}}, () =>
    client.fetch<Evidence | null>(EVIDENCE_QUERY, {id}, {perspective: 'drafts'}),
  )
