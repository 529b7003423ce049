import {describe, expect, test} from 'vitest'
import {page, statement, study, TrialWorld} from '../fixtures/trialWorld.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import {trialModel} from '../fixtures/trialSchema.ts'
import type {Checkpoint} from '../model/checkpoint.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {judge} from './judge.ts'

const BOTH = ['marketing', 'medical']
const print = (document: GateDocument): string => contentOf(trialModel, document).fingerprint

/** Study e ← statement c ← page p, all signed by every role. */
function signedHouse(): TrialWorld {
  return new TrialWorld()
    .put(study('e', '51 s'), statement('c', 'Set up in 51 s', ['e']), page('p', 'Fast', ['c']))
    .sign('e', ['medical'])
    .sign('c', BOTH)
    .sign('p', BOTH)
}

describe('states, in the order in which they are tried', () => {
  test('aligned: everything holds, with no end in sight', () => {
    const verdict = signedHouse().judge('p')
    expect(verdict).toMatchObject({state: 'aligned', reasons: [], horizon: {}})
    expect(verdict.pins.map(({doc}) => doc)).toEqual(['c', 'e'])
  })

  test('unreviewed: nobody approved it', () => {
    const world = new TrialWorld().put(study('e', '51 s'))
    expect(world.judge('e')).toMatchObject({state: 'unreviewed', reasons: [{missing: ['medical']}]})
  })

  test('inReview: one of two roles approved', () => {
    const world = new TrialWorld().put(page('t', 'Title', [])).sign('t', ['marketing'])
    expect(world.judge('t')).toMatchObject({
      state: 'inReview',
      reasons: [{kind: 'rolesMissing', approved: ['marketing'], missing: ['medical']}],
    })
  })

  test('a role that certain content calls for is asked for as well', () => {
    const world = new TrialWorld()
      .put(statement('c', 'Better', [], {kind: 'comparative'}))
      .sign('c', BOTH)
    expect(world.judge('c')).toMatchObject({state: 'inReview', reasons: [{missing: ['legal']}]})
    expect(world.sign('c', ['legal']).judge('c').state).toBe('aligned')
  })

  test('changed: approved in another wording, with the nearest review to compare with', () => {
    const world = signedHouse().put(page('p', 'Faster', ['c']))
    expect(world.judge('p')).toMatchObject({
      state: 'changed',
      reasons: [{kind: 'changed', nearest: {role: 'medical'}}],
    })
  })

  test('an editorial change changes nothing', () => {
    expect(
      signedHouse()
        .put(page('p', ' Fast ', ['c'], {notes: 'for Q3'}))
        .judge('p').state,
    ).toBe('aligned')
  })

  test('stale: the whole path to what moved, before and after, two steps away', () => {
    const before = study('e', '51 s')
    const after = study('e', '49 s')
    const world = signedHouse().put(after).sign('e', ['medical'])
    expect(world.judge('p')).toMatchObject({
      state: 'stale',
      reasons: [
        {kind: 'memberChanged', path: ['p', 'c', 'e'], before: print(before), after: print(after)},
      ],
    })
  })

  test('stale: what it rests on changed and is not approved itself', () => {
    const world = signedHouse().put(study('e', '49 s'))
    const {state, reasons} = world.judge('p')
    expect(state).toBe('stale')
    expect(reasons.map(({kind}) => kind)).toEqual(['memberChanged', 'memberNotAligned'])
  })

  test('stale although every role signed: a statement behind it was never approved', () => {
    const world = new TrialWorld()
      .put(statement('c', 'x', []), page('p', 'y', ['c']))
      .sign('p', BOTH)
    expect(world.judge('p')).toMatchObject({
      state: 'stale',
      reasons: [{kind: 'memberNotAligned', path: ['p', 'c'], state: 'unreviewed'}],
    })
  })

  test('stale: a member is missing, and one that came in unseen', () => {
    const world = signedHouse().remove('e')
    expect(world.judge('p')).toMatchObject({
      state: 'stale',
      reasons: [{kind: 'memberMissing', path: ['p', 'c', 'e']}],
    })
    const grown = signedHouse()
      .put(study('e2', 'n'), statement('c', 'Set up in 51 s', ['e', 'e2']))
      .sign('e2', ['medical'])
      .sign('c', BOTH)
    expect(grown.judge('p').reasons).toMatchObject([{kind: 'memberChanged', path: ['p', 'c']}])
  })

  test('put back to its approved wording, everything resting on it is aligned again', () => {
    const world = signedHouse().put(statement('c', 'Set up in 40 s', ['e']))
    expect(world.judge('p').state).toBe('stale')
    expect(world.put(statement('c', 'Set up in 51 s', ['e'])).judge('p').state).toBe('aligned')
  })

  test('one role that has seen the change is in review; the stale signature of the other does not count', () => {
    const world = signedHouse()
      .put(statement('c', 'Set up in 49 s', ['e']))
      .sign('c', BOTH)
      .sign('p', ['medical'])
    expect(world.judge('p')).toMatchObject({
      state: 'inReview',
      reasons: [{approved: ['medical'], missing: ['marketing']}],
    })
  })

  test('never a mix of two reviews: each saw only half of what there is now', () => {
    const world = new TrialWorld()
      .put(study('a', '1'), study('b', '1'), statement('c', 'x', ['a', 'b']))
      .sign('a', ['medical'])
      .sign('b', ['medical'])
      .sign('c', BOTH)
      .put(study('a', '2'))
      .sign('c', BOTH)
      .put(study('a', '1'), study('b', '2'))
      .sign('c', BOTH)
      .put(study('a', '2'))
      .sign('a', ['medical'])
      .sign('b', ['medical'])
    expect(world.judge('c').state).toBe('stale')
  })

  test('changes requested: until that role approves; a request on content in force cancels nothing', () => {
    const world = signedHouse().sign('p', ['medical'], {
      decision: 'changesRequested',
      comment: 'Too strong',
    })
    expect(world.judge('p')).toMatchObject({
      state: 'changesRequested',
      reasons: [{role: 'medical'}],
    })
    expect(world.sign('p', ['medical']).judge('p').state).toBe('aligned')
    expect(
      signedHouse().sign('p', ['medical'], {decision: 'changesRequested', inForce: true}).judge('p')
        .state,
    ).toBe('aligned')
  })

  test('withdrawn: with all that rests on it, until every role approved again', () => {
    const world = signedHouse().sign('c', ['medical'], {decision: 'withdrawn'})
    expect(world.judge('c').state).toBe('withdrawn')
    expect(world.judge('p')).toMatchObject({
      state: 'stale',
      reasons: [{path: ['p', 'c'], state: 'withdrawn'}],
    })
    expect(world.sign('c', ['medical']).judge('c').state).toBe('withdrawn')
    expect(world.sign('c', ['marketing']).judge('p').state).toBe('aligned')
  })

  test('a review that is malformed approves nothing, and one of another document neither', () => {
    const world = new TrialWorld().put(page('p', 'x', []), page('q', 'x', [])).sign('q', BOTH)
    expect(world.judge('p').state).toBe('unreviewed')
  })
})

describe('dates', () => {
  test('the last day in force counts whole, in the time zone', () => {
    const world = new TrialWorld().put(page('p', 'x', [], {until: '2026-03-31'})).sign('p', BOTH)
    expect(world.at('2026-03-31T23:59:59Z').judge('p')).toMatchObject({
      state: 'aligned',
      horizon: {until: '2026-04-01T00:00:00.000Z'},
    })
    expect(world.at('2026-04-01T00:00:00Z').judge('p').state).toBe('expired')
  })

  test('what rests on something expired is stale', () => {
    const world = new TrialWorld()
      .put(statement('c', 'x', [], {until: '2026-03-31'}), page('p', 'y', ['c']))
      .sign('c', BOTH)
      .sign('p', BOTH)
    expect(world.judge('p')).toMatchObject({
      state: 'aligned',
      horizon: {until: '2026-04-01T00:00:00.000Z'},
    })
    expect(world.at('2026-04-02T00:00:00Z').judge('p')).toMatchObject({
      state: 'stale',
      reasons: [{state: 'expired'}],
    })
  })

  test.each(['next spring', '9999-12-31', '0000-01-01', '2026-13-01', '2026-01-32'])(
    'a date that cannot be read has passed: %s',
    (until) => {
      const world = new TrialWorld().put(page('p', 'x', [], {until})).sign('p', BOTH)
      expect(world.judge('p')).toMatchObject({
        state: 'expired',
        reasons: [{kind: 'malformedDate', field: 'until'}],
      })
    },
  )

  test('aligned before its first day, with the day from which it holds', () => {
    const world = new TrialWorld()
      .put(statement('c', 'x', [], {from: ' 2026-06-01 '}), page('p', 'y', ['c']))
      .sign('c', BOTH)
      .sign('p', BOTH)
    expect(world.judge('p')).toMatchObject({
      state: 'aligned',
      horizon: {from: '2026-06-01T00:00:00.000Z'},
    })
  })
})

describe('cycles', () => {
  test('two statements that see each other are aligned together, and only together', () => {
    const world = new TrialWorld()
      .put(
        statement('a', 'A', [], {see: {_type: 'reference', _ref: 'b'}}),
        statement('b', 'B', [], {see: {_type: 'reference', _ref: 'a'}}),
      )
      .sign('a', BOTH)
    expect(world.judge('a')).toMatchObject({
      state: 'stale',
      reasons: [{path: ['a', 'b'], state: 'unreviewed'}],
    })
    world.sign('b', BOTH)
    expect([world.judge('a').state, world.judge('b').state]).toEqual(['aligned', 'aligned'])
    world.put(statement('b', 'B2', [], {see: {_type: 'reference', _ref: 'a'}})).sign('b', BOTH)
    expect(world.judge('a')).toMatchObject({
      state: 'stale',
      reasons: [{kind: 'memberChanged', path: ['a', 'b']}],
    })
    expect(world.judge('b')).toMatchObject({
      state: 'stale',
      reasons: [{kind: 'memberChanged', path: ['b', 'a', 'b']}],
    })
  })
})

describe('carried forward', () => {
  const old = statement('c', 'Set up in 51 s', ['e'])
  const corrected = statement('c', 'Set-up in 51 s', ['e'])
  const carry = (until?: string) => ({
    decision: 'carriedForward' as const,
    carries: [{fingerprint: print(old), ...(until ? {until} : {})}],
  })

  test('a typo in a source leaves what rests on it aligned once every carry role signed', () => {
    const world = signedHouse()
      .put(corrected)
      .sign('c', ['marketing'], carry())
      .sign('c', ['medical'])
    expect(world.judge('p').state).toBe('stale')
    expect(world.sign('c', ['medical'], carry()).judge('p').state).toBe('aligned')
  })

  test('it ends: the shortest across roles, the longest within one', () => {
    const world = signedHouse()
      .put(corrected)
      .sign('c', ['marketing'], carry('2026-04-01T00:00:00Z'))
      .sign('c', ['marketing'], carry('2026-05-01T00:00:00Z'))
      .sign('c', ['medical'], carry('2026-06-01T00:00:00Z'))
    expect(world.judge('p')).toMatchObject({
      state: 'aligned',
      horizon: {until: '2026-05-01T00:00:00Z'},
    })
    expect(world.at('2026-05-01T00:00:00Z').judge('p')).toMatchObject({
      state: 'stale',
      reasons: [{kind: 'memberChanged', path: ['p', 'c']}],
    })
  })

  test('an end that cannot be read carries nothing, and a recall ends every carry', () => {
    expect(signedHouse().put(corrected).sign('c', BOTH, carry('2026-05-01')).judge('p').state).toBe(
      'stale',
    )
    const recalled = signedHouse()
      .put(corrected)
      .sign('c', BOTH, carry())
      .sign('c', ['medical'], {decision: 'withdrawn'})
      .sign('c', BOTH)
    expect(recalled.judge('c').state).toBe('aligned')
    expect(recalled.judge('p').state).toBe('stale')
  })
})

describe('waiting', () => {
  const launch = (more: Partial<Checkpoint> = {}): Checkpoint => ({
    _id: 'claimGate.checkpoint.1',
    title: 'Spring',
    kind: 'launch',
    group: 'spring',
    owner: 'o',
    members: ['p'],
    events: [],
    ...more,
  })
  const inLaunch = (...checkpoints: Checkpoint[]): TrialWorld => {
    const campaign = {_type: 'reference', _ref: 'spring'}
    const world = signedHouse().put(
      {_id: 'spring', _type: 'campaign'},
      page('p', 'Fast', ['c'], {campaign}),
    )
    world.agreements.set('spring', {_id: 'charter', _type: 'charter'})
    world.checkpoints.push(...checkpoints)
    return world.sign('p', BOTH)
  }
  const on = (world: TrialWorld, basis: string) =>
    judge(trialModel, world.documents.get('p') ?? page('p', '', []), {...world.world(), basis})
      .state

  test('what was never out, in a group that has an agreement, goes out first through a launch of that group', () => {
    expect(inLaunch().judge('p').reasons).toEqual([{kind: 'waiting', group: 'spring'}])
    expect(on(inLaunch(launch()), launch()._id)).toBe('aligned')
    expect(on(inLaunch(launch({group: 'autumn'})), launch()._id)).toBe('waiting')
    expect(on(inLaunch(launch({kind: 'change'})), launch()._id)).toBe('waiting')
  })

  test('a launch that passed lets it out; one that was merged or given up does not', () => {
    const closed = (outcome: 'passed' | 'merged' | 'abandoned') =>
      inLaunch(launch({closedAt: '2026-03-02T00:00:00Z', outcome})).judge('p').state
    expect([closed('passed'), closed('merged'), closed('abandoned')]).toEqual([
      'aligned',
      'waiting',
      'waiting',
    ])
  })

  test('new content of a member waits for its open checkpoint, and content that is sealed does not', () => {
    const world = signedHouse()
    world.checkpoints.push(launch({kind: 'change'}))
    expect(world.judge('p').reasons).toEqual([{kind: 'waiting', checkpoint: launch()._id}])
    const {fingerprint} = world.judge('p')
    const seal = {_id: 'seal-p', subject: 'p', pins: [], reviews: [], code: ''}
    world.seals.set('p', {...seal, accepts: [{fingerprint}]})
    expect(world.judge('p').state).toBe('aligned')
    world.seals.set('p', {...seal, accepts: [{fingerprint: 'v1-other'}]})
    expect(world.judge('p').state).toBe('waiting')
  })

  test('what was sealed with reviews before has been out, and what belongs to no group waits for none', () => {
    const seal = {_id: 'seal-p', subject: 'p', accepts: [], pins: [], code: ''}
    const sealed = (reviews: string[]) => {
      const world = inLaunch()
      world.seals.set('p', {...seal, reviews})
      return world.judge('p').state
    }
    expect([sealed([]), sealed(['claimGate.review.1'])]).toEqual(['waiting', 'aligned'])
    const none = inLaunch()
      .put(page('p', 'Fast', ['c']))
      .sign('p', BOTH)
    expect(none.judge('p').state).toBe('aligned')
    const without = inLaunch()
    without.agreements.clear()
    expect(without.judge('p').state).toBe('aligned')
  })

  test('comes after every other reason, and what rests on it is stale', () => {
    const world = signedHouse()
    world.checkpoints.push(launch({kind: 'change', members: ['c']}))
    expect(world.judge('p').reasons).toEqual([
      {kind: 'memberNotAligned', path: ['p', 'c'], state: 'waiting'},
    ])
    world.sign('e', ['medical'], {decision: 'withdrawn'})
    expect(world.judge('c').reasons).toEqual([
      {kind: 'memberNotAligned', path: ['c', 'e'], state: 'withdrawn'},
    ])
    world.put(study('e', '2'))
    expect(world.judge('c').state).toBe('stale')
  })
})
