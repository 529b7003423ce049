import {seedAssets, type SeededAssets} from './seedAssets.ts'
import {seedClaims, type SeededClaims} from './seedClaims.ts'
import type {SeedOptions} from './seedDemo.ts'
import {MOST_CLAIMS} from './series/seriesClaims.ts'

/** Claims for each asset in a launch of any size: most are made in several, and many in none. */
const CLAIMS_EACH = 2.5

/** Adds to a dataset that holds the demo launch until it holds so many assets, and claims beside them, through the gate. */
export async function seedSize(
  options: Required<SeedOptions>,
  size: number,
): Promise<SeededAssets & Pick<SeededClaims, 'claims'>> {
  const wanted = Math.min(Math.ceil(size * CLAIMS_EACH), MOST_CLAIMS)
  const {claims} = await seedClaims(options, wanted)
  return {...(await seedAssets(options, size)), claims}
}
