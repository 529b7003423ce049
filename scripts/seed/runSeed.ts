import {gateOptions} from '../../claimGate.config.ts'
import {createGateModel} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {messageOf} from '../messageOf.ts'
import {openSeeding} from './openSeeding.ts'
import {readSize} from './readSize.ts'
import {seedDemo} from './seedDemo.ts'
import {seedSize} from './seedSize.ts'
import {SHARED_CLAIM} from './series/topics.ts'

/**
 * Puts the demo launch into a dataset that holds none, and with `--size` more assets until there are so many, and claims
 * beside them; 0: it is all there, 1: it is not.
 */
export async function runSeed(args: readonly string[]): Promise<0 | 1> {
  try {
    const size = readSize(args)
    const seeding = await openSeeding()
    try {
      const {clientFor, people} = seeding
      const model = createGateModel(schemaTypes, gateOptions)
      const options = {clientFor, people, model, onProgress: console.log}
      const present = await clientFor('author').fetch<number>(
        'count(*[_type in ["claim", "deckSlide", "evidence"]])',
      )
      if (present === 0) await seedDemo(options)
      else if (size === undefined)
        console.log('The dataset holds a launch already; nothing was written.')
      if (size !== undefined) {
        const {assets, written, onSharedClaim, claims} = await seedSize(options, size)
        const what = written === 0 ? 'no asset was written' : `${written} of them new`
        console.log(
          `The dataset holds ${assets} assets, ${what}; ${onSharedClaim} rest on ${SHARED_CLAIM}. It holds ${claims} claims.`,
        )
      }
      return 0
    } finally {
      await seeding.close()
    }
  } catch (error) {
    console.error(`Not seeded. ${messageOf(error)}`)
    return 1
  }
}
