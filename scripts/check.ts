import {gateOptions} from '../claimGate.config.ts'
import {createGateModel} from '../plugins/claim-gate/node.ts'
import {schemaTypes} from '../schemas/index.ts'
import {checkDataset} from './check/checkDataset.ts'
import {openClient} from './openClient.ts'

const open = await openClient()
const {client} = open
try {
  const findings = await checkDataset(client, createGateModel(schemaTypes, gateOptions))
  findings.forEach((finding) => console.log(finding))
  console.log(
    findings.length === 0
      ? 'Everything that is delivered is aligned, and signed by those who are said to have.'
      : `${findings.length} findings`,
  )
  process.exitCode = findings.length === 0 ? 0 : 1
} finally {
  await open.close()
}
