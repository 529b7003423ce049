import {createClient, type ClientConfig} from '@sanity/client'
import {gateOptions} from '../../claimGate.config.ts'
import {API_VERSION} from '../../plugins/claim-gate/apiVersion.ts'
import {createGateModel} from '../../plugins/claim-gate/model/createGateModel.ts'
import {handleEvent} from '../../plugins/claim-gate/sealer/handleEvent.ts'
import {readHandledEvent} from '../../plugins/claim-gate/sealer/handleEventRule.ts'
import {schemaTypes} from '../../schemas/index.ts'

/** What a document function is called with: a way to the dataset, and what the blueprint's rule tells of the change. */
export interface DocumentCall {
  context: {clientOptions: ClientConfig}
  event: {data: unknown}
}

const model = createGateModel(schemaTypes, gateOptions)

/** The sealer as a Sanity Function: brings every seal up to date that one change concerns. */
export async function handler({context, event}: DocumentCall): Promise<void> {
  const change = readHandledEvent(event.data)
  if (!change) return
  const client = createClient({
    ...context.clientOptions,
    apiVersion: API_VERSION,
    useCdn: false,
    perspective: 'raw',
  })
  const {sealed, incidents} = await handleEvent(change, model, client)
  // oxlint-disable-next-line no-console -- its log is all that is seen of a function
  console.log(
    `${change.documentId}: ${sealed.length} seals written, ${incidents.length} incidents opened`,
  )
}
