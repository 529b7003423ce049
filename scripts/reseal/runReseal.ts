import {gateOptions} from '../../claimGate.config.ts'
import {createGateModel, sweep} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {assertSeen} from '../check/assertSeen.ts'
import {messageOf} from '../messageOf.ts'
import {openClient} from '../openClient.ts'

/** Brings every seal up to date; 0: all are, 1: some could not be, and are named, 2: it could not be done. */
export async function runReseal(): Promise<0 | 1 | 2> {
  try {
    const open = await openClient()
    try {
      const model = createGateModel(schemaTypes, gateOptions)
      await assertSeen(open.client, model)
      const {sealed, incidents} = await sweep(open.client, model)
      console.log(`${sealed.length} seals written, ${incidents.length} incidents opened`)
      return 0
    } finally {
      await open.close()
    }
  } catch (error) {
    if (!(error instanceof AggregateError)) {
      console.error(`Nothing could be brought up to date: ${messageOf(error)}`)
      return 2
    }
    console.error(error.errors.map(messageOf).join('\n'))
    console.error('Everything else is up to date; run this again for what is named above.')
    return 1
  }
}
