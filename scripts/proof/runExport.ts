import {gateOptions} from '../../claimGate.config.ts'
import {createGateModel} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {messageOf} from '../messageOf.ts'
import {openClient} from '../openClient.ts'
import {exportProof} from './exportProof.ts'

/** Writes the proof of the dataset that scripts work on, says so, and returns how the command ends: 0 written, 2 not. */
export async function runExport(file: string): Promise<0 | 2> {
  try {
    const open = await openClient()
    try {
      const model = createGateModel(schemaTypes, gateOptions)
      const {lines, root} = await exportProof(open.client, model, file)
      console.log(`${file} written: ${lines} lines, root hash ${root}`)
      console.log(`Verify it anywhere, without network: npm run proof -- verify ${file}`)
      return 0
    } finally {
      await open.close()
    }
  } catch (error) {
    console.error(`${file} was not written: ${messageOf(error)}`)
    return 2
  }
}
