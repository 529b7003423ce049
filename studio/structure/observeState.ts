import type {SanityClient} from '@sanity/client'
import {addDays} from 'date-fns/addDays'
import type {Observable} from 'rxjs'
import {observeReading} from '../observeReading.ts'
import {
  DELIVERED_QUERY,
  dividedBy,
  STORED_QUERY,
  type Divided,
  type Standing,
  type State,
} from './states.ts'

/** How far one looks ahead for what ends. */
export const DAYS_AHEAD = 90

const WATCHED = '*[_type == $type || _type == "seal"]'

/** The documents of a type that are in a state, and the others, for as long as somebody listens. */
export const observeState = (
  client: SanityClient,
  type: string,
  state: State,
): Observable<Divided> =>
  observeReading(client, {query: WATCHED, params: {type}}, async () =>
    dividedBy(state, await readStanding(client, type)),
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
