import {gateOptions} from '../claimGate.config.ts'
import {createGateModel, sweep} from '../plugins/claim-gate/node.ts'
import {schemaTypes} from '../schemas/index.ts'
import {openClient} from './openClient.ts'

const open = await openClient()
const {client} = open
try {
  const {sealed, incidents} = await sweep(client, createGateModel(schemaTypes, gateOptions))
  console.log(`${sealed.length} seals written, ${incidents.length} incidents opened`)
} catch (error) {
  if (!(error instanceof AggregateError)) throw error
  console.error(error.errors.map(String).join('\n'))
  console.error('Everything else is up to date; run this again for what is named above.')
  process.exitCode = 1
} finally {
  await open.close()
}
