import {gateOptions} from '../claimGate.config.ts'
import {createGateModel} from '../plugins/claim-gate/node.ts'
import {schemaTypes} from '../schemas/index.ts'
import {openClient} from './openClient.ts'
import {PERSONAS} from './lake/personas.ts'
import {seedDemo} from './seed/seedDemo.ts'

/**
 * Puts the demo launch into a dataset that holds none of it. On a hosted project every signature is written as the
 * token's own user, whom `check` will name.
 */
const open = await openClient()
const {client} = open
try {
  const present = await client.fetch<number>(
    'count(*[_type in ["claim", "deckSlide", "evidence"]])',
  )
  if (present > 0) {
    console.log('The dataset holds a launch already; nothing was written.')
  } else {
    console.log(
      `Signing as one user for ${PERSONAS.length} people: npm run check will say so of every review.`,
    )
    await seedDemo({
      clientFor: () => client,
      model: createGateModel(schemaTypes, gateOptions),
      onProgress: console.log,
    })
  }
} finally {
  await open.close()
}
