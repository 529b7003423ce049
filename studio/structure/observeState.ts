import type {SanityClient} from '@sanity/client'
import {addDays} from 'date-fns/addDays'
import type {Observable} from 'rxjs'
import {observeReading} from '../observeReading.ts'
import {DELIVERED_QUERY, idsIn, STORED_QUERY, type Standing, type State} from './states.ts'

/** How far one looks ahead for what ends. */
export const DAYS_AHEAD = 90

const WATCHED = '*[_type == $type || _type == "seal"]'

/** Published ids of the documents of a type that are in a state, for as long as somebody listens. */
export const observeState = (
  client: SanityClient,
  type: string,
  state: State,
): Observable<string[]> =>
  observeReading(client, {query: WATCHED, params: {type}}, async () =>
    idsIn(state, await readStanding(client, type)),
  )

async function readStanding(client: SanityClient, type: string): Promise<Standing> {
  const later = addDays(new Date(), DAYS_AHEAD).toISOString()
  const [stored, decided] = await Promise.all([
    client.fetch<string[]>(STORED_QUERY, {type}, {perspective: 'raw'}),
    client.fetch<Omit<Standing, 'stored'>>(
      DELIVERED_QUERY,
      {type, later},
      {perspective: 'published'},
    ),
  ])
  return {stored, ...decided}
}
