import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {claimId, keyed, reference} from '../build.ts'
import {ofLaunch} from './fieldTeam.ts'

interface Statement {
  locator: string
  text: string
  verdict: 'same' | 'variation' | 'differs' | 'matchesNothing'
  claim?: string
}

const STATEMENTS: readonly Statement[] = [
  {
    locator: 'page 1, headline',
    text: 'Warmer patients, happier surgeons',
    verdict: 'matchesNothing',
  },
  {
    locator: 'page 1, box',
    text: 'One pad before, during and after surgery',
    verdict: 'variation',
    claim: 'CLM-001',
  },
  {
    locator: 'page 1, foot',
    text: 'FDA approved for adults',
    verdict: 'differs',
    claim: 'CLM-001',
  },
  {
    locator: 'page 2, table',
    text: '33 vs 49 dBA at 1 m',
    verdict: 'differs',
    claim: 'CLM-008',
  },
  {
    locator: 'page 2, table',
    text: 'Mean set-up 51 vs 94 seconds (n=32).',
    verdict: 'variation',
    claim: 'CLM-009',
  },
  {
    locator: 'page 2, quote',
    text: '“My infection rate has never been lower.”',
    verdict: 'matchesNothing',
  },
]

/** What reps carried before the launch, held against its claims. */
export const legacyMaterial: GateDocument = {
  _id: 'legacy-flyer',
  _type: 'legacyMaterial',
  ...ofLaunch,
  title: 'Pre-launch flyer, congress edition',
  statements: STATEMENTS.map(({locator, text, verdict, claim}, at) =>
    keyed(`s${at + 1}`, 'statement', {
      locator,
      text,
      verdict,
      ...(claim === undefined ? {} : {claim: {...reference(claimId(claim)), _weak: true}}),
    }),
  ),
}
