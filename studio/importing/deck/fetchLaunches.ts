import type {SanityClient} from '@sanity/client'

export interface LaunchChoice {
  _id: string
  title: string
  markets: readonly string[]
}

const LAUNCHES_QUERY =
  '*[_type == "launch"] | order(launchDate desc){_id, "title": coalesce(title, _id), "markets": coalesce(markets, [])}'

/** The launches for which a deck may be made, the latest first. */
export const fetchLaunches = (client: Pick<SanityClient, 'fetch'>): Promise<LaunchChoice[]> =>
  client.fetch<LaunchChoice[]>(LAUNCHES_QUERY, {}, {perspective: 'published'})
