import {describe, expect, test} from 'vitest'
import {buildWrites, MAX_DRAFTS} from './buildWrites.ts'
import {libraryWith, outcomesOf, publishedClaim} from './fixtures/stored.ts'
import type {Outcome} from './outcome.ts'

const plan = (outcomes: readonly Outcome[]) => ({mapping: {columns: []}, outcomes})
const made = (code: string, statement = 'x'): Outcome => ({
  status: 'new',
  line: 2,
  code,
  id: `claim-${code}`,
  claim: {code, statement},
})
const refused: Outcome = {status: 'refused', line: 3, code: '', reasons: [{key: 'code.missing'}]}

describe('buildWrites', () => {
  test('makes a draft of a new claim, and of one that is only published, without what the system wrote', () => {
    const published = {...publishedClaim, _createdAt: 'then', _system: {}}
    const outcomes = outcomesOf('Code,Statement\nCLM-001,Cools', libraryWith([published]))
    const {_rev, ...kept} = publishedClaim
    expect(buildWrites(plan([made('002'), ...outcomes]), false)).toEqual({
      writes: [
        {
          id: 'claim-002',
          code: '002',
          write: {
            kind: 'create',
            document: {_id: 'drafts.claim-002', _type: 'claim', code: '002', statement: 'x'},
          },
        },
        {
          id: 'claim-001',
          code: 'CLM-001',
          publishedRev: _rev,
          write: {
            kind: 'create',
            document: {...kept, _id: 'drafts.claim-001', statement: 'Cools'},
          },
        },
      ],
    })
  })

  test('changes a draft only in what differs, and only as it was read', () => {
    const draft = {...publishedClaim, _id: 'drafts.claim-001', _rev: 'read'}
    const outcomes = outcomesOf('Code,Statement\nCLM-001,Cools', libraryWith([draft]))
    expect(buildWrites(plan(outcomes), false)).toMatchObject({
      writes: [
        {write: {kind: 'edit', id: 'drafts.claim-001', rev: 'read', set: {statement: 'Cools'}}},
      ],
    })
  })

  test('writes nothing beside a refused row, unless the accepted are asked for', () => {
    expect(buildWrites(plan([made('002'), refused]), false)).toEqual({
      refused: {key: 'write.refused', params: {count: 1}},
    })
    expect(buildWrites(plan([made('002'), refused]), true)).toMatchObject({writes: [{code: '002'}]})
  })

  test('refuses more than goes in one step', () => {
    const many = Array.from({length: MAX_DRAFTS + 1}, (_, at) => made(String(at)))
    expect(buildWrites(plan(many), false)).toMatchObject({refused: {key: 'write.too-many'}})
    expect(buildWrites(plan(many.slice(1)), false)).toHaveProperty('writes')
    const large = many.slice(600).map(({code}) => made(code, '≥'.repeat(3000)))
    expect(buildWrites(plan(large), false)).toMatchObject({refused: {key: 'write.too-large'}})
  })

  test('writes nothing by a mapping with a problem', () => {
    const problem = {key: 'mapping.no-code'} as const
    expect(buildWrites({mapping: {columns: [], problem}, outcomes: []}, true)).toEqual({
      refused: problem,
    })
  })
})
