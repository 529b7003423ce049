import {gateOptions} from '../claimGate.config.ts'
import {createGateModel, sweep} from '../plugins/claim-gate/node.ts'
import {schemaTypes} from '../schemas/index.ts'
import {openClient} from './openClient.ts'

const open = await openClient()
const {client} = open
try {
  const {sealed, incidents} = await sweep(client, createGateModel(schemaTypes, gateOptions))
  console.log(`${sealed.length} seals written, ${incidents.length} incidents opened`)
} finally {
  await open.close()
}
