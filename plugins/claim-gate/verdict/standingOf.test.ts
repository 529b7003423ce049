import {describe, expect, test} from 'vitest'
import {sealAll} from '../fixtures/trialProof.ts'
import {trialModel} from '../fixtures/trialSchema.ts'
import {page, statement, study, TrialWorld} from '../fixtures/trialWorld.ts'
import {createJudging} from './createJudging.ts'
import {isLetOut} from './isLetOut.ts'
import {judge} from './judge.ts'

const BOTH = ['marketing', 'medical']

const signedHouse = (): TrialWorld =>
  new TrialWorld()
    .put(study('e', '51 s'), statement('c', 'Set up in 51 s', ['e']), page('p', 'Fast', ['c']))
    .sign('e', ['medical'])
    .sign('c', BOTH)
    .sign('p', BOTH)

const idsOf = (world: TrialWorld, id: string) =>
  world.judge(id).roles.map(({role, word, approvals, latest}) => ({
    role,
    word: word?.decision,
    approvals: approvals.length,
    latest: latest?.decision,
  }))

describe('where each role stands', () => {
  test('its word is its newest review; approvals before a refusal count no more', () => {
    const world = signedHouse()
      .sign('p', ['medical'])
      .sign('p', ['medical'], {decision: 'changesRequested'})
    expect(idsOf(world, 'p')).toEqual([
      {role: 'marketing', word: 'approved', approvals: 1, latest: 'approved'},
      {role: 'medical', word: 'changesRequested', approvals: 0, latest: 'approved'},
    ])
    world.sign('p', ['medical'], {decision: 'approvedWithChanges'})
    expect(idsOf(world, 'p')[1]).toEqual({
      role: 'medical',
      word: 'approvedWithChanges',
      approvals: 1,
      latest: 'approvedWithChanges',
    })
  })

  test('only a request on what is in force is a task; an approval of what is in force counts', () => {
    const world = signedHouse().sign('p', BOTH, {inForce: true})
    expect(idsOf(world, 'p').map(({approvals}) => approvals)).toEqual([2, 2])
    world.sign('p', ['medical'], {decision: 'changesRequested', inForce: true})
    expect(world.judge('p').state).toBe('aligned')
  })

  test('an approval of an older state of what it rests on is known, and does not count', () => {
    const world = signedHouse().put(study('e', '49 s')).sign('e', ['medical'])
    expect(idsOf(world, 'p')).toEqual([
      {role: 'marketing', word: undefined, approvals: 0, latest: 'approved'},
      {role: 'medical', word: undefined, approvals: 0, latest: 'approved'},
    ])
  })

  test('only approvals are near: a request for changes to other words is not compared with', () => {
    const world = new TrialWorld()
      .put(page('t', 'Title', []))
      .sign('t', BOTH, {decision: 'changesRequested', comment: 'no'})
      .put(page('t', 'Another', []))
    expect(world.judge('t').reasons).toEqual([{kind: 'unreviewed', missing: BOTH}])
  })

  test('content for which no role is asked is approved by nobody', () => {
    const world = new TrialWorld().put({_id: 'spring', _type: 'campaign'})
    const standing = createJudging(trialModel, world.world()).standing('spring')
    expect(standing).toMatchObject({id: 'spring', roles: [], pins: []})
    expect(world.judge('spring').state).not.toBe('aligned')
  })
})

describe('a judgement', () => {
  test('is of the candidate, whatever is out under its id', () => {
    const world = signedHouse()
    const draft = {...page('p', 'Faster', ['c']), _id: 'drafts.p'}
    expect(judge(trialModel, draft, world.world()).state).toBe('changed')
    expect(judge(trialModel, {...page('n', 'New', []), _id: 'drafts.n'}, world.world()).state).toBe(
      'unreviewed',
    )
  })

  test('has a horizon only where it is aligned', () => {
    expect(signedHouse().judge('p')).toHaveProperty('horizon')
    expect(
      signedHouse()
        .put(page('p', 'Faster', ['c']))
        .judge('p'),
    ).not.toHaveProperty('horizon')
  })

  test('works out each standing and each list of what may be rested on once', () => {
    const judging = createJudging(trialModel, signedHouse().world())
    expect(judging.standing('p')).toBe(judging.standing('p'))
    expect(judging.accepts('c')).toBe(judging.accepts('c'))
    expect(judging.standing('nothing')).toBeUndefined()
    expect(judging.accepts('nothing')).toEqual([])
    expect(
      createJudging(trialModel, new TrialWorld().put(study('e', '1')).world()).accepts('e'),
    ).toHaveLength(1)
  })
})

describe('content was let out before', () => {
  const world = sealAll(signedHouse())
  const {fingerprint} = world.judge('p')

  test('when its seal accepts it, or was made for exactly this content before a recall', () => {
    expect(isLetOut(world.world(), 'p', fingerprint)).toBe(true)
    const seal = world.seals.get('p')
    if (!seal) throw new Error('p is not sealed')
    const recalled = new TrialWorld()
    recalled.seals.set('p', {...seal, accepts: [], pins: []})
    expect(isLetOut(recalled.world(), 'p', fingerprint)).toBe(true)
    expect(isLetOut(recalled.world(), 'p', 'v1-other')).toBe(false)
    const other = new TrialWorld()
    other.seals.set('p', {...seal, code: 'AAAA-AAAA'})
    expect(isLetOut(other.world(), 'p', fingerprint)).toBe(true)
    expect(isLetOut(other.world(), 'p', 'v1-other')).toBe(false)
  })

  test('never without a seal', () => {
    expect(isLetOut(signedHouse().world(), 'p', fingerprint)).toBe(false)
  })
})
