import type {SanityClient} from '@sanity/client'
import {dependantsOf, type GateDocument, type GateModel} from '../../plugins/claim-gate/node.ts'
import {claimId} from './build.ts'
import {castOf, type Cast} from './cast.ts'
import {publishMany, type Publishing} from './publishMany.ts'
import {putLaunch} from './putLaunch.ts'
import {readClaims} from './readClaims.ts'
import type {SeedOptions} from './seedDemo.ts'
import {EACH, seriesAssets, seriesOf, SERIES_PREFIX} from './series/seriesAssets.ts'
import {
  inSeriesLaunch,
  seriesCheckpoint,
  SERIES_LAUNCH,
  seriesLaunch,
} from './series/seriesLaunch.ts'
import {SHARED_CLAIM} from './series/topics.ts'
import {signersAmong} from './signersAmong.ts'
import {throughCheckpoint} from './throughCheckpoint.ts'

export interface SeededAssets {
  /** Assets that the dataset holds now. */
  assets: number
  /** Of these, those that were written now. */
  written: number
  /** Of these, those that rest on the claim that all of them share. */
  onSharedClaim: number
}

/**
 * Adds assets to a dataset that holds the demo launch, through the gate, until it holds so many. Those that are there
 * already stay as they are; an interrupted run is gone on with.
 * @throws Error when the claims are not in force, nobody may sign, or the gate refuses; see `publishMany`.
 */
export async function seedAssets(
  {clientFor, model, onProgress, people}: Required<SeedOptions>,
  size: number,
): Promise<SeededAssets> {
  const author = clientFor('author')
  const present = await assetIds(author, model)
  const others = present.filter((id) => !id.startsWith(SERIES_PREFIX)).length
  const claims = await readClaims(author, model)
  const held = new Set(present)
  const wanted = present.length < size ? seriesAssets(size - others, claims) : []
  const missing = wanted.filter(({_id}) => !held.has(_id))
  if (missing.length > 0) {
    const signers = await signersAmong(model, people, clientFor, author)
    const cast = castOf(model, people, clientFor)
    await publishSeries({model, author, signers, onProgress}, cast, missing)
  }
  const assets = new Set(await assetIds(author, model))
  const dependants = await dependantsOf(author, model, [claimId(SHARED_CLAIM)])
  return {
    assets: assets.size,
    written: missing.length,
    onSharedClaim: dependants.filter((id) => assets.has(id)).length,
  }
}

/**
 * A whole series is launched, content and training through one checkpoint. Of a series that is not asked for in full, and of
 * one that went out before, each goes out by itself.
 */
async function publishSeries(
  publishing: Publishing,
  {owner, leads, people}: Cast,
  missing: readonly GateDocument[],
): Promise<void> {
  const {author, model, onProgress} = publishing
  // One that was given up is not opened again either.
  const closed = new Set(
    await author.fetch<string[]>('*[_type == "checkpoint"][defined(outcome)].title'),
  )
  const alone: GateDocument[] = []
  let launched = 0
  for (const [series, assets] of Map.groupBy(missing, seriesOf)) {
    const documents = assets.map(inSeriesLaunch)
    const title = seriesCheckpoint(series)
    if (closed.has(title)) alone.push(...documents)
    else if (assets.length < EACH) alone.push(...assets)
    else {
      if (launched === 0) await putLaunch(author, model, seriesLaunch(people), leads)
      const checkpoint = {title, kind: 'launch', group: SERIES_LAUNCH, documents} as const
      await throughCheckpoint(publishing, owner, checkpoint)
      launched += documents.length
      onProgress(`Assets: ${launched} of ${missing.length} launched`)
    }
  }
  if (alone.length > 0) await publishMany(publishing, alone, 'Assets')
}

/** Published ids of everything that goes to the field or trains it. */
function assetIds(client: SanityClient, model: GateModel): Promise<string[]> {
  const types = Object.values(model.types)
    .filter(({side}) => side === 'content' || side === 'training')
    .map(({name}) => name)
  return client.fetch<string[]>(
    '*[_type in $types][!(_id in path("drafts.**"))][!(_id in path("versions.**"))]._id',
    {types},
    {perspective: 'raw', useCdn: false},
  )
}
