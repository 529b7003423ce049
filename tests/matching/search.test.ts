import {expect, it} from 'vitest'
import type {ClaimEntry} from '../../studio/matching/claimEntry.ts'
import {createClaimIndex} from '../../studio/matching/createClaimIndex.ts'
import {demoClaims} from './demoClaims.ts'

const codes = (found: readonly ClaimEntry[]) => found.map(({code}) => code)
const {search} = createClaimIndex(demoClaims)

it.each(['12', ' 12 ', 'clm12', 'CLM-012', 'clm 012', 'Clm–12'])('%s is CLM-012', (words) => {
  expect(codes(search(words))[0]).toBe('CLM-012')
})

it('offers the codes that begin with what was typed so far', () => {
  expect(codes(search('CLM-01')).slice(0, 4)).toEqual(['CLM-001', 'CLM-010', 'CLM-011', 'CLM-012'])
})

it.each([
  ['prewa', 'CLM-005'],
  ['prewraming', 'CLM-005'],
  ['erythma', 'CLM-006'],
  ['noise bench', undefined],
  ['1248', 'CLM-004'],
  ['1,248 registry', 'CLM-004'],
  ['comparator', 'CLM-010'],
  ['one pad', 'CLM-001'],
  ['simulated nurses', 'CLM-009'],
])('%s finds %s', (words, code) => {
  const found = codes(search(words))
  expect(code === undefined ? found.includes('CLM-008') : found[0] === code).toBe(true)
})

it('finds a claim by what it rests on', () => {
  const claims = demoClaims.map((claim) =>
    claim.code === 'CLM-007' ? {...claim, evidence: ['KEL-REG, Annals of Warming, 2026']} : claim,
  )
  expect(codes(createClaimIndex(claims).search('annals of warm'))).toEqual(['CLM-007'])
})

it('takes no number for another', () => {
  expect(codes(search('93.1%'))).toEqual([])
})

it('offers all by code where nothing was typed, as many as are asked for', () => {
  expect(codes(search('', 3))).toEqual(['CLM-001', 'CLM-002', 'CLM-003'])
  expect(search('  ')).toHaveLength(demoClaims.length)
})

it('has nothing to offer where there is no claim', () => {
  expect(createClaimIndex([]).search('12')).toEqual([])
  expect(createClaimIndex([]).suggest('93.0% reached PACU')).toEqual([])
})
