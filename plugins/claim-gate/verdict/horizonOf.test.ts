import {describe, expect, test} from 'vitest'
import {trialModel} from '../fixtures/trialSchema.ts'
import {page, statement, study, TrialWorld} from '../fixtures/trialWorld.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import {countingApprovals} from './countingApprovals.ts'
import {createJudging} from './createJudging.ts'

const BOTH = ['marketing', 'medical']
const midnight = (day: string): string => `${day}T00:00:00.000Z`

describe('the horizon', () => {
  const dated = (
    first: {from?: string; until?: string},
    second: {from?: string; until?: string},
    own: {until?: string} = {},
  ) =>
    new TrialWorld()
      .put(
        statement('a', 'A', [], first),
        statement('b', 'B', [], second),
        page('p', 'P', ['a', 'b'], own),
      )
      .sign('a', BOTH)
      .sign('b', BOTH)
      .sign('p', BOTH)
      .judge('p').horizon

  test('begins with the last first day of all that it rests on, in either order', () => {
    const [june, july] = [{from: '2026-06-01'}, {from: '2026-07-01'}]
    expect(dated(june, july)).toEqual({from: midnight('2026-07-01')})
    expect(dated(july, june)).toEqual({from: midnight('2026-07-01')})
    expect(dated({}, june)).toEqual({from: midnight('2026-06-01')})
    expect(dated(june, {})).toEqual({from: midnight('2026-06-01')})
    expect(dated({}, {})).toEqual({})
  })

  test('ends with the first last day of all that it rests on and of itself', () => {
    const [june, july] = [{until: '2026-05-31'}, {until: '2026-06-30'}]
    expect(dated(june, july)).toEqual({until: midnight('2026-06-01')})
    expect(dated(july, june)).toEqual({until: midnight('2026-06-01')})
    expect(dated(july, july, {until: '2026-04-30'})).toEqual({until: midnight('2026-05-01')})
    expect(dated({from: '2026-06-01'}, {until: '2026-06-30'})).toEqual({
      from: midnight('2026-06-01'),
      until: midnight('2026-07-01'),
    })
  })
})

describe('of a role’s approvals the one that holds longest counts', () => {
  const [old, now] = [statement('c', 'Old', []), statement('c', 'New', [])]
  const before = contentOf(trialModel, old).fingerprint
  const carried = (until?: string) => ({
    decision: 'carriedForward' as const,
    carries: [{fingerprint: before, ...(until ? {until} : {})}],
  })
  const end = '2026-06-01T00:00:00Z'
  const counting = (world: TrialWorld, id: string) => {
    const judging = createJudging(trialModel, world.world())
    const standing = judging.standing(id)
    if (!standing) throw new Error(`Nothing stands under ${id}`)
    return countingApprovals(judging, standing).map(({review, until}) => ({
      role: review.role,
      at: review._createdAt,
      until,
    }))
  }
  const resting = (until?: string): TrialWorld =>
    new TrialWorld()
      .put(study('z', '1'), old, page('p', 'P', ['c']))
      .sign('c', BOTH)
      .sign('p', BOTH)
      .put(now)
      .sign('c', BOTH, carried(until))

  test('an approval of what is carried ends with the carry', () => {
    expect(counting(resting(end), 'p').map(({role, until}) => ({role, until}))).toEqual([
      {role: 'marketing', until: end},
      {role: 'medical', until: end},
    ])
    expect(resting(end).judge('p').horizon).toEqual({until: end})
    expect(resting().judge('p').horizon).toEqual({})
  })

  test('a newer one of the new content holds for ever', () => {
    const world = resting(end).sign('p', ['medical'])
    expect(counting(world, 'p').map(({role, until}) => ({role, until}))).toEqual([
      {role: 'marketing', until: end},
      {role: 'medical', until: undefined},
    ])
    expect(world.judge('p').horizon).toEqual({until: end})
    expect(world.sign('p', ['marketing']).judge('p').horizon).toEqual({})
  })

  test('an older one of content that is put back holds longer than a newer one of what is carried', () => {
    const world = new TrialWorld()
      .put(now, page('p', 'P', ['c']))
      .sign('c', BOTH)
      .sign('p', BOTH)
      .put(old)
      .sign('c', BOTH)
      .sign('p', BOTH)
      .put(now)
      .sign('c', BOTH, carried(end))
    const [marketing] = counting(world, 'p')
    expect(marketing?.until).toBeUndefined()
    expect(world.judge('p').horizon).toEqual({})
  })

  test('of two that hold equally long the newer counts', () => {
    const world = new TrialWorld()
      .put(page('t', 'T', []))
      .sign('t', BOTH)
      .sign('t', BOTH)
    const ats = counting(world, 't').map(({at}) => at)
    const newest = [...(world.reviews.get('t') ?? [])].slice(-2).map(({_createdAt}) => _createdAt)
    expect(ats).toEqual(newest)
  })

  test('a role that has not approved counts with none', () => {
    const world = new TrialWorld().put(page('t', 'T', [])).sign('t', ['medical'])
    expect(counting(world, 't').map(({role}) => role)).toEqual(['medical'])
  })

  test('an end is that of the wording that was seen, among several members', () => {
    const world = new TrialWorld()
      .put(old, statement('d', 'D', []), page('p', 'P', ['d', 'c']))
      .sign('c', BOTH)
      .sign('d', BOTH)
      .sign('p', BOTH)
      .put(now)
      .sign('c', BOTH, carried(end))
    expect(counting(world, 'p')[0]?.until).toBe(end)
  })
})
