import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {deck} from './assets/deck.ts'
import {leaveBehind} from './assets/leaveBehind.ts'
import {vacKit} from './assets/vacKit.ts'
import {claims} from './claims.ts'
import {evidence} from './evidence.ts'
import {objectionResponses} from './platform/objectionResponses.ts'
import {proofPoints} from './platform/proofPoints.ts'
import {valuePropositions} from './platform/valuePropositions.ts'
import {indications, product} from './product.ts'
import {slides} from './slides.ts'
import {module1} from './training/module1.ts'
import {module2} from './training/module2.ts'
import {module3} from './training/module3.ts'
import {rubric} from './training/rubric.ts'

/** The messaging platform but for the document that joins it, which names a person. */
export const sources: readonly GateDocument[] = [
  product,
  ...indications,
  ...evidence,
  ...claims,
  ...proofPoints,
  ...objectionResponses,
  ...valuePropositions,
]

/** What went out first, training with the tools that it practises with. */
export const firstWave: readonly GateDocument[] = [
  ...slides,
  deck,
  leaveBehind,
  rubric,
  module1,
  module2,
]

/** What waits: the kit is approved, and its training is not. */
export const secondWave: readonly GateDocument[] = [vacKit, module3]
