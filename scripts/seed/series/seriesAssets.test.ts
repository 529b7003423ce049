import {expect, test} from 'vitest'
import {gateOptions} from '../../../claimGate.config.ts'
import {isRecord} from '../../../plugins/claim-gate/model/record.ts'
import {contentOf, createGateModel} from '../../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../../schemas/index.ts'
import {claims as allClaims} from '../claims.ts'
import {claimId} from '../build.ts'
import {numbersIn} from '../numbersIn.ts'
import {productRisks} from '../product.ts'
import {MOST_ASSETS, seriesAssets} from './seriesAssets.ts'
import {SHARED_CLAIM} from './topics.ts'

const model = createGateModel(schemaTypes, gateOptions)
const claims = new Map(allClaims.map((claim) => [String(claim.code), claim]))
const assets = seriesAssets(MOST_ASSETS, claims)
const byId = new Map([...allClaims, ...assets].map((document) => [document._id, document]))
const referencesOf = (id: string): readonly string[] => {
  const document = byId.get(id)
  return document ? contentOf(model, document).references : []
}

test('there are as many as are asked for, each once, and the same ones again', () => {
  expect(assets).toHaveLength(MOST_ASSETS)
  expect(new Set(assets.map(({_id}) => _id)).size).toBe(MOST_ASSETS)
  expect(new Set(assets.map((asset) => contentOf(model, asset).fingerprint)).size).toBe(MOST_ASSETS)
  expect(seriesAssets(37, claims)).toEqual(assets.slice(0, 37))
})

test('most are slides, and every kind of asset is among twenty', () => {
  const counts = Map.groupBy(assets.slice(0, 20), ({_type}) => _type)
  expect(Object.fromEntries([...counts].map(([type, list]) => [type, list.length]))).toEqual({
    deckSlide: 15,
    deck: 1,
    coachingRubric: 1,
    leaveBehind: 1,
    vacKit: 1,
    lmsModule: 1,
  })
})

test('all rest on one claim, on a few others as well, and on nothing that comes later', () => {
  const before = new Set(allClaims.map(({_id}) => _id))
  for (const {_id, _type, kind} of assets.slice(0, 100)) {
    const direct = referencesOf(_id).filter((id) => byId.has(id))
    expect(direct.filter((id) => !before.has(id))).toEqual([])
    const reached = _type === 'deck' ? direct.flatMap(referencesOf) : direct
    const rested = new Set(reached.filter((id) => id.startsWith('claim-')))
    expect({_id, shared: rested.has(claimId(SHARED_CLAIM))}).toEqual({_id, shared: true})
    expect(rested.size).toBeGreaterThan(kind === 'unmetNeed' ? 1 : 2)
    before.add(_id)
  }
})

test('what an audit saw stands beside no result of the product', () => {
  const needs = assets.filter(({kind}) => kind === 'unmetNeed')
  expect(needs.length).toBeGreaterThan(0)
  for (const {_id} of needs)
    expect(referencesOf(_id).toSorted()).toEqual([SHARED_CLAIM, 'CLM-012'].map(claimId))
})

test('none says a number that its claims do not say', () => {
  for (const {materialCode, ...asset} of assets.slice(0, 100)) {
    const rested = referencesOf(asset._id).flatMap((id) => byId.get(id) ?? [])
    const known = new Set(rested.flatMap(textsIn).flatMap(numbersIn))
    const said = textsIn(asset).flatMap(numbersIn)
    expect({code: materialCode, unknown: said.filter((number) => !known.has(number))}).toEqual({
      code: materialCode,
      unknown: [],
    })
  }
})

test('a slide with the risk information gives all that of the product', () => {
  const slides = assets.filter(({kind}) => kind === 'riskInformation')
  expect(slides.length).toBeGreaterThan(0)
  for (const slide of slides) {
    const read = textsIn(slide)
    expect(productRisks.filter((risk) => !read.includes(risk))).toEqual([])
  }
})

/** All that people read; what begins with `_` is for machines. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, child]) =>
    name.startsWith('_') || name === 'marks' ? [] : textsIn(child),
  )
}
