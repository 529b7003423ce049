import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {claimId, references} from '../build.ts'
import {productRisks} from '../product.ts'
import {stated, type Claims} from './claimWords.ts'
import type {Setting} from './settings.ts'
import {SHARED_CLAIM} from './topics.ts'

interface Plan {
  kind: string
  headline: string
  /** Besides the one that all share. Results of different studies never stand beside each other as if compared. */
  claims: readonly string[]
  notes: string
}

const PLANS: readonly Plan[] = [
  {
    kind: 'riskInformation',
    headline: 'Indications, contraindications, warnings',
    claims: ['CLM-006', 'CLM-007'],
    notes: 'Never skip this slide.',
  },
  {
    kind: 'unmetNeed',
    headline: 'Cold on arrival in recovery',
    claims: ['CLM-012'],
    notes:
      'Ask what their own rate is. The audit says how often it happens: set no result beside it.',
  },
  {
    kind: 'message',
    headline: 'One pad before, during and after surgery',
    claims: ['CLM-008', 'CLM-009'],
    notes: 'Say “cleared”, never “approved”. Adults only.',
  },
  {
    kind: 'evidence',
    headline: 'Non-inferior to forced air',
    claims: ['CLM-002', 'CLM-003'],
    notes: 'Non-inferior is what was shown. If they hear “better”, correct it at once.',
  },
  {
    kind: 'evidence',
    headline: 'End of surgery, both arms',
    claims: ['CLM-003', 'CLM-006'],
    notes: 'The interval includes no difference. Read it out, and the erythema as well.',
  },
  {
    kind: 'evidence',
    headline: 'What the registry saw',
    claims: ['CLM-004', 'CLM-007'],
    notes: 'A registry without a comparison. Set no trial beside it.',
  },
  {
    kind: 'evidence',
    headline: 'Warmed before induction',
    claims: ['CLM-005', 'CLM-009'],
    notes: 'Both arms were warmed during surgery; what was done before it made the difference.',
  },
  {
    kind: 'evidence',
    headline: 'Skin safety in full',
    claims: ['CLM-006', 'CLM-007'],
    notes: 'Say the erythema before you are asked. “No burns” alone is not what the data say.',
  },
  {
    kind: 'objection',
    headline: '“Your own trial says no better. Why change?”',
    claims: ['CLM-002', 'CLM-008', 'CLM-009'],
    notes: 'Agree first. Then ask which of these matters in their room.',
  },
  {
    kind: 'objection',
    headline: '“We have no time for another set-up.”',
    claims: ['CLM-009', 'CLM-008'],
    notes: 'Ask who sets up today, and when. It was measured in simulated use: say so.',
  },
  {
    kind: 'objection',
    headline: '“Who answers for the skin under it?”',
    claims: ['CLM-006', 'CLM-007'],
    notes: 'Nothing is claimed of pressure. Show what was seen, and what has to be checked.',
  },
  {
    kind: 'message',
    headline: 'What differs in the room',
    claims: ['CLM-008', 'CLM-009', 'CLM-011'],
    notes: 'Let them choose one, and stay with it.',
  },
  {
    kind: 'message',
    headline: 'What is left over after a case',
    claims: ['CLM-011', 'CLM-008'],
    notes: 'Mass was weighed, and nothing else: no word about the climate.',
  },
  {
    kind: 'evidence',
    headline: 'What was measured on the bench',
    claims: ['CLM-008', 'CLM-011'],
    notes: 'A bench is not their operating room. Offer to measure there.',
  },
  {
    kind: 'close',
    headline: 'What was shown, and what was not',
    claims: ['CLM-002', 'CLM-006'],
    notes: 'Ask what they would need to see next, and who else has to see it.',
  },
]

/** The slides of one series, the risk information first; ids begin with `prefix`. */
export function seriesSlides(
  prefix: string,
  {place, audience}: Setting,
  claims: Claims,
): GateDocument[] {
  return PLANS.map(({kind, headline, claims: others, notes}, at) => {
    const codes = [SHARED_CLAIM, ...others]
    const risks = kind === 'riskInformation' ? productRisks : []
    return {
      _id: `${prefix}-slide-${String(at + 1).padStart(2, '0')}`,
      _type: 'deckSlide',
      kind,
      headline: `${place}: ${headline}`,
      body: stated(claims, codes, [`For ${audience}. Rx only.`, ...risks]),
      claims: references(codes.map(claimId)),
      speakerNotes: notes,
      audience: 'HCP',
      markets: ['US'],
    }
  })
}
