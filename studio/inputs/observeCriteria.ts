import type {SanityClient} from '@sanity/client'
import type {Observable} from 'rxjs'
import {observeReading} from '../observeReading.ts'
import type {Criterion} from './levelsOf.ts'

const CRITERIA_QUERY = `*[_id == $id][0].criteria[]{
  "anchor": anchor._ref, "levels": coalesce(levels[defined(label)]{label, descriptor}, [])
}`

/** The criteria of a rubric that is published: a draft binds nobody. */
export const observeCriteria = (client: SanityClient, id: string): Observable<Criterion[]> =>
  observeReading(
    client,
    {query: '*[_id == $id]', params: {id}},
    async () =>
      (await client.fetch<Criterion[] | null>(CRITERIA_QUERY, {id}, {perspective: 'raw'})) ?? [],
  )
