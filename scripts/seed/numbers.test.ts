import {describe, expect, test} from 'vitest'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {pairsIn} from '../../schemas/platform/pairsIn.ts'
import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {leaveBehind} from './assets/leaveBehind.ts'
import {citationsOf} from './citationsOf.ts'
import {claimDraft, claims} from './claims.ts'
import {beforeCorrection} from './correction.ts'
import {firstWave, secondWave, sources} from './demoDocuments.ts'
import {evidence} from './evidence.ts'
import {numbersIn} from './numbersIn.ts'
import {DRAWINGS} from './pictures/drawings.ts'
import {messagingPlatform} from './platform/messagingPlatform.ts'
import {proofPoints} from './platform/proofPoints.ts'
import {product} from './product.ts'
import {slides} from './slides.ts'

/* Every number that people read is a number of the evidence, however far from it. */
type Field = readonly [name: string, value: unknown]

const all = new Map([...sources, ...firstWave, ...secondWave].map((each) => [each._id, each]))
const named = (documents: readonly GateDocument[]) =>
  documents.map((document) => [document._id, document] as const)

/** References as they are printed, up to the revision: their years, pages and numbers are no results. */
const CITATIONS = citationsOf(claims.map(({code}) => String(code))).map((each) =>
  each.replace(/revision .\.$/u, ''),
)
const isCitation = (text: string): boolean => CITATIONS.some((each) => text.startsWith(each))

/** What is read, and nothing that a machine reads, or that is meant to be wrong. */
function textsIn(value: unknown, isRead: (field: Field, owner: object) => boolean): string[] {
  if (typeof value === 'string') return isCitation(value) ? [] : [value]
  if (typeof value === 'number') return [String(value), value.toLocaleString('en-US')]
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, isRead))
  if (!isRecord(value)) return []
  return Object.entries(value)
    .filter(([name, child]) => !name.startsWith('_') && isRead([name, child], value))
    .flatMap(([, child]) => textsIn(child, isRead))
}

/** Codes, places and dates count nothing; wrong answers and drift are wrong on purpose; notes are of the team. */
const SILENT = [
  'marks',
  'internalNotes',
  'materialCode',
  'version',
  'lmsId',
  'firstRideAlongOn',
  'driftSignals',
  'code',
  'expiresOn',
  'locator',
  'authorizations',
  'citation',
  'durationMinutes',
  'masteryScore',
  'weight',
]
const isRead = ([name]: Field, owner: object): boolean =>
  !SILENT.includes(name) && !('correct' in owner && owner.correct === false)

const numbersOf = (value: unknown): string[] => textsIn(value, isRead).flatMap(numbersIn)

/** Ids that a value names, however deep. */
function referred(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referred)
  if (!isRecord(value)) return []
  return [
    ...(typeof value._ref === 'string' ? [value._ref] : []),
    ...Object.values(value).flatMap(referred),
  ]
}

/** What stands under a document directly, and the evidence of claims among it. */
function under(document: GateDocument): GateDocument[] {
  const direct = referred(document).flatMap((id) => all.get(id) ?? [])
  const ofClaims = direct.filter(({_type}) => _type === 'claim').flatMap(referred)
  return [...direct, ...ofClaims.flatMap((id) => all.get(id) ?? [])]
}

/** Numbers of a document that nothing under it says; pathway, FDA section and pass marks count nothing. */
function foreign(document: GateDocument, more: unknown = []): string[] {
  const known = new Set(['510', ...numbersOf([under(document), more])])
  return numbersOf(document).filter((number) => !known.has(number))
}

test.each(named(claims))('%s says only numbers that its evidence says', (_id, claim) => {
  expect(foreign(claim)).toEqual([])
})

const pairsOf = (value: unknown): string[] => textsIn(value, isRead).flatMap(pairsIn)

test.each(named([...all.values()].filter(({_type}) => _type !== 'evidence')))(
  '%s sets no results against each other but in the order of the evidence',
  (_id, document) => {
    const studies = under(document).filter(({_type}) => _type === 'evidence')
    const known = new Set(pairsOf(studies.map(({study}) => study)))
    expect(pairsOf(document).filter((pair) => !known.has(pair))).toEqual([])
  },
)

test('CLM-004 will say of its draft what the registry will say, and that it is less', () => {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const share = /([\d.]+)% \(([\d,]+)\/([\d,]+)\)/u.exec(text(claimDraft.statement))?.slice(1)
  const [rate = 0, warm = 0, seen = 1] = (share ?? []).map((each) => Number(each.replace(',', '')))
  expect(rate).toBeCloseTo((100 * warm) / seen, 1)
  const before = claims.find(({_id}) => _id === claimDraft._id)
  const [, rateBefore = '0'] = /([\d.]+)%/u.exec(text(before?.statement)) ?? []
  expect(rate).toBeLessThan(Number(rateBefore))
})

test('claims that set nothing against each other are those of one number, or of none', () => {
  const single = claims.filter(({statement}) => pairsOf(statement).length === 0)
  expect(single.map(({code}) => code)).toEqual([
    'CLM-001',
    'CLM-002',
    'CLM-004',
    'CLM-007',
    'CLM-012',
  ])
})

test.each(named(slides))('%s and its picture say only numbers of its claims', (id, slide) => {
  expect(foreign({...slide, alt: DRAWINGS[id]?.alt})).toEqual([])
})

test.each(named([...firstWave, ...secondWave].filter(({_type}) => _type !== 'deckSlide')))(
  '%s says only numbers of what it rests on',
  (_id, asset) => {
    expect(foreign(asset, product)).toEqual([])
  },
)

test.each(named(sources.filter(({_type}) => /objection|value/u.test(_type))))(
  '%s says only numbers of its claims',
  (_id, source) => {
    expect(foreign(source)).toEqual([])
  },
)

test('the platform says only numbers of its claims', () => {
  expect(foreign(messagingPlatform('person-owner'))).toEqual([])
})

test.each(named(proofPoints))(
  '%s says only numbers of the endpoint that it names',
  (_proof, proof) => {
    const source = evidence.find(({_id}) => isRecord(proof.evidence) && proof.evidence._ref === _id)
    const study = isRecord(source?.study) ? source.study : {}
    const endpoints: unknown[] = Array.isArray(study.endpoints) ? study.endpoints : []
    const metric = isRecord(proof.metric) ? proof.metric.endpoint : undefined
    const own = endpoints.filter((endpoint) => isRecord(endpoint) && endpoint.name === metric)
    expect(own).toHaveLength(1)
    const known = new Set(numbersOf([own, study.analysisSet, study.n]))
    const said = numbersOf([proof.headline, proof.differentiation])
    expect(said.filter((number) => !known.has(number))).toEqual([])
  },
)

describe('the problem left in', () => {
  test('is one number of the leave-behind, which its claim does not say any more', () => {
    const printed = beforeCorrection(leaveBehind)
    expect(foreign(leaveBehind)).toEqual([])
    expect(foreign(printed)).toEqual(['33', '−17'])
  })

  test('is what E4 and all that quotes it said before', () => {
    const changed = [...all.values()].filter((each) => beforeCorrection(each) !== each)
    expect(changed.map(({_id}) => _id).toSorted()).toEqual([
      'claim-008',
      'evidence-4',
      'leave-behind-kelvane',
      'module-2',
      'objection-4',
      'proof-sound',
      'slide-09',
      'vac-kit-kelvane',
    ])
  })
})

test.each([...all.values()].map((each) => [each._id, textsIn(each, isRead).join(' ')] as const))(
  '%s: every rate is its count over its number of patients',
  (_id, text) => {
    const rates = text.matchAll(/([\d.]+)% \(([\d,]+)\/([\d,]+)/gu)
    for (const [, percent = '', count = '', of = ''] of rates) {
      const decimals = percent.split('.')[1]?.length ?? 0
      const rate = (100 * Number(count.replace(',', ''))) / Number(of.replace(',', ''))
      expect(rate.toFixed(decimals)).toBe(percent)
    }
  },
)

test('the model adds up', () => {
  const [covers, cases, equipment, spread] = [11.4 - 2.1, 4000, 18_000, 2.4]
  const net = covers * cases - equipment
  expect([covers * cases, net].map(Math.round)).toEqual([37_200, 19_200])
  expect([net - spread * cases, net + spread * cases].map(Math.round)).toEqual([9600, 28_800])
})
