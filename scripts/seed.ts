import {gateOptions} from '../claimGate.config.ts'
import {createGateModel} from '../plugins/claim-gate/node.ts'
import {schemaTypes} from '../schemas/index.ts'
import {openClient} from './openClient.ts'
import {seedDemo} from './seed/seedDemo.ts'

/**
 * Puts the demo launch into a dataset that holds none of it. There is one token, so one person signs in every role: the
 * token's own user. (`npm start` signs as seven people, each with a token of its own.)
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
    const {id, name} = await client.users.getById('me')
    console.log(`Signing every role as ${name}, whose token this is`)
    await seedDemo({
      clientFor: () => client,
      model: createGateModel(schemaTypes, gateOptions),
      onProgress: console.log,
      people: [{id, name, functions: Object.keys(gateOptions.roles)}],
    })
  }
} finally {
  await open.close()
}
