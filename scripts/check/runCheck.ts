import {parseArgs} from 'node:util'
import {gateOptions} from '../../claimGate.config.ts'
import {createGateModel} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {messageOf} from '../messageOf.ts'
import {openClient} from '../openClient.ts'
import {assertSeen} from './assertSeen.ts'
import {checkDataset} from './checkDataset.ts'
import {readImport} from './createImports.ts'
import {reportLines} from './printReport.ts'

/** Checks the dataset that scripts work on; 0: nothing found, 1: findings, 2: it could not be checked. */
export async function runCheck(args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const {values} = parseArgs({
      args: [...args],
      options: {
        json: {type: 'boolean'},
        'allow-public': {type: 'boolean'},
        imported: {type: 'string', multiple: true},
      },
    })
    const imported = (values.imported ?? []).map(readImport)
    const open = await openClient()
    try {
      const model = createGateModel(schemaTypes, gateOptions)
      await assertSeen(open.client, model)
      const report = await checkDataset(open.client, model, {
        allowPublic: values['allow-public'] === true,
        imported,
      })
      const text = values.json ? JSON.stringify(report, null, 2) : reportLines(report).join('\n')
      console.log(text)
      return report.findings.length === 0 ? 0 : 1
    } finally {
      await open.close()
    }
  } catch (error) {
    console.error(`The dataset could not be checked: ${messageOf(error)}`)
    return 2
  }
}
