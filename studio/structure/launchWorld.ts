import type {SanityClient} from '@sanity/client'
import type {Reference} from '@sanity/types'
import type {Observable} from 'rxjs'
import type {StartingFields} from '../templates/startingFields.ts'
import {CHECKPOINT_LINE, type CheckpointLine} from './checkpointLine.ts'
import {observeReading} from '../observeReading.ts'
import {readPlatform, type PlatformIds} from './readPlatform.ts'
import {PLATFORM_TYPES} from './typeNames.ts'

/** What a launch holds, as far as its lists must know. */
export interface LaunchWorld {
  /** Published id. */
  id: string
  /** `null` when there is no such launch any more. */
  title: string | null
  /** What is created in it starts with. */
  fields: StartingFields
  platform: PlatformIds
  briefs: readonly string[]
  /** Types of which it has documents. */
  filled: readonly string[]
  checkpoints: readonly CheckpointLine[]
}

interface Row {
  title: string | null
  platform: Reference | null
  briefs: string[]
  filled: string[]
  checkpoints: CheckpointLine[]
}

/** For perspective `drafts`: people look for what they just began. */
const QUERY = `*[_id == $launch][0]{
  "title": coalesce(title, "Untitled launch"),
  platform,
  "briefs": *[_type == "brief"][launch._ref == $launch] | order(_createdAt asc)._id,
  "filled": array::unique(*[launch._ref == $launch]._type) | order(@ asc),
  "checkpoints": *[_type == "checkpoint"][group == $launch] | order(defined(outcome) asc, dueOn asc, _createdAt desc)${CHECKPOINT_LINE}
}`
const WATCHED =
  '*[launch._ref == $launch || _id in [$launch, "drafts." + $launch] || group == $launch || _type in $sources]'

/** A launch and what belongs to it, for as long as somebody listens. */
export const observeLaunch = (client: SanityClient, launch: string): Observable<LaunchWorld> =>
  observeReading(client, {query: WATCHED, params: {launch, sources: PLATFORM_TYPES}}, () =>
    readLaunch(client, launch),
  )

async function readLaunch(client: SanityClient, id: string): Promise<LaunchWorld> {
  const [row, isPublished] = await Promise.all([
    client.fetch<Row | null>(QUERY, {launch: id}, {perspective: 'drafts'}),
    client.fetch<boolean>('defined(*[_id == $id][0])', {id}, {perspective: 'published'}),
  ])
  const {title = null, platform = null, briefs = [], filled = [], checkpoints = []} = row ?? {}
  const launch = referenceTo(id, isPublished)
  return {
    id,
    title,
    fields: platform === null ? {launch} : {launch, platform},
    platform: platform === null ? {} : await readPlatform(client, platform._ref),
    briefs,
    filled,
    checkpoints,
  }
}

/** A reference to something that is not published yet becomes strong when both are: as the Studio itself writes them. */
const referenceTo = (id: string, isPublished: boolean): Reference => ({
  _type: 'reference',
  _ref: id,
  ...(isPublished ? {} : {_weak: true, _strengthenOnPublish: {type: 'launch'}}),
})
