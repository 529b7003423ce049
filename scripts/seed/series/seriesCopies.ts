import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {claimId, reference, references} from '../build.ts'
import {product} from '../product.ts'
import {stated, type Claims} from './claimWords.ts'
import {capitalised, type Setting} from './settings.ts'
import {SHARED_CLAIM, topicOf} from './topics.ts'

/** So many slides of a series are shown in every case. */
const CORE = 8

export function seriesDeck(
  prefix: string,
  {audience}: Setting,
  slides: readonly GateDocument[],
): GateDocument {
  return {
    _id: `${prefix}-deck`,
    _type: 'deck',
    title: `Kelvane for ${audience}`,
    slides: slides.map(({_id}, at) => ({
      _key: _id,
      _type: 'deckEntry',
      slide: reference(_id),
      use: at < CORE ? 'core' : 'optional',
    })),
    audience: 'HCP',
    markets: ['US'],
  }
}

export function seriesLeaveBehind(
  prefix: string,
  {audience, focus}: Setting,
  claims: Claims,
): GateDocument {
  return {
    _id: `${prefix}-leave-behind`,
    _type: 'leaveBehind',
    title: `Kelvane at a glance, for ${audience}`,
    sections: [SHARED_CLAIM, ...focus].map((code) => ({
      _key: claimId(code),
      _type: 'section',
      heading: capitalised(topicOf(code).name),
      body: stated(claims, [code]),
      claims: references([claimId(code)]),
    })),
    riskInformation: reference(product._id),
    audience: 'HCP',
    markets: ['US'],
  }
}

/** What every committee asks about, besides what its own people do. */
const ASKED = ['CLM-006', 'CLM-007', 'CLM-011']

export function seriesVacKit(
  prefix: string,
  {audience, focus}: Setting,
  claims: Claims,
): GateDocument {
  const codes = [...new Set([SHARED_CLAIM, ...focus, ...ASKED])]
  const sections = Map.groupBy(codes, (code) => topicOf(code).vacSection)
  return {
    _id: `${prefix}-vac-kit`,
    _type: 'vacKit',
    title: `Kelvane for the committee, asked for by ${audience}`,
    sections: [...sections].map(([kind, about]) => ({
      _key: kind,
      _type: 'section',
      kind,
      body: stated(claims, about),
      claims: references(about.map(claimId)),
    })),
    riskInformation: reference(product._id),
    audience: 'VAC',
    markets: ['US'],
  }
}
