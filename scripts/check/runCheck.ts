import {parseArgs} from 'node:util'
import {gateOptions} from '../../claimGate.config.ts'
import {createGateModel} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {openClient} from '../openClient.ts'
import {checkDataset} from './checkDataset.ts'
import {reportLines} from './printReport.ts'

/** Checks the dataset that scripts work on; 0: nothing found, 1: findings, 2: it could not be checked. */
export async function runCheck(args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const {values} = parseArgs({
      args: [...args],
      options: {json: {type: 'boolean'}, 'allow-public': {type: 'boolean'}},
    })
    const open = await openClient()
    try {
      const model = createGateModel(schemaTypes, gateOptions)
      const report = await checkDataset(open.client, model, {
        allowPublic: values['allow-public'] === true,
      })
      const text = values.json ? JSON.stringify(report, null, 2) : reportLines(report).join('\n')
      console.log(text)
      return report.findings.length === 0 ? 0 : 1
    } finally {
      await open.close()
    }
  } catch (error) {
    console.error(
      `The dataset could not be checked: ${error instanceof Error ? error.message : String(error)}`,
    )
    return 2
  }
}
