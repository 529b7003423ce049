import {expect, test} from 'vitest'
import {AUDIENCES, CLAIM_CATEGORIES, LABEL_STATUSES, MARKETS} from '../../../schemas/choices.ts'
import {choiceOf} from './choiceOf.ts'

test.each([
  [AUDIENCES, 'hcp', 'HCP'],
  [AUDIENCES, 'HCPs', 'HCP'],
  [AUDIENCES, 'Healthcare professionals', 'HCP'],
  [AUDIENCES, 'Value Analysis Committee', 'VAC'],
  [AUDIENCES, 'Surgeon', undefined],
  [CLAIM_CATEGORIES, 'quality-of-life', 'qualityOfLife'],
  [LABEL_STATUSES, 'On-label', 'onLabel'],
  [LABEL_STATUSES, 'CFL', 'consistentWithLabel'],
  [LABEL_STATUSES, 'off label', undefined],
  [MARKETS, 'U.S.', 'US'],
  [MARKETS, 'United States', 'US'],
  [MARKETS, 'USA', 'US'],
  // Northern Ireland is under the rules of the EU.
  [MARKETS, 'UK', undefined],
  [MARKETS, '', undefined],
] as const)('%#: %s %s', (list, text, value) => {
  expect(choiceOf(list, text)).toBe(value)
})
