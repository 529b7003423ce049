import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {reference} from './build.ts'

/** What is said of its risks wherever it is shown, a paragraph each. */
export const productRisks: readonly string[] = [
  'Contraindication: do not apply heat distal to arterial cross-clamping.',
  'Warnings: check the skin at the pressure points before, during and after warming; monitor core temperature; do not use a pad whose surface is cut, punctured or worn. The system does not relieve pressure.',
  'Skin redness has been reported and was mild.',
  'Federal law (USA) restricts this device to sale by or on the order of a physician. See the instructions for use for all warnings and precautions.',
]

export const product: GateDocument = {
  _id: 'product-kelvane',
  _type: 'product',
  name: 'Kelvane Underbody Warming System',
  genericName: 'Conductive patient warming system',
  clearances: [
    {
      _key: 'us',
      _type: 'clearance',
      market: 'US',
      deviceClass: 'II',
      pathway: '510kCleared',
      number: 'K240000',
      date: '2024-05-14',
    },
  ],
  rxOnly: true,
  intendedUse: 'To maintain normal body temperature in adults before, during and after surgery.',
  contraindications: ['Heat applied distal to arterial cross-clamping.'],
  riskInformation: productRisks.join(' '),
  internalNotes: 'Fictional, like all of this launch: no 510(k) ever has 0000 as its sequence.',
}

const period = (id: string, condition: string): GateDocument => ({
  _id: `indication-${id}`,
  _type: 'indication',
  product: reference(product._id),
  population: 'Adults',
  condition,
  statement: `To maintain normal body temperature in adults ${condition}.`,
  market: 'US',
})

export const indications: readonly GateDocument[] = [
  period('prewarming', 'before surgery'),
  period('intraoperative', 'during surgery'),
  period('recovery', 'after surgery'),
]
