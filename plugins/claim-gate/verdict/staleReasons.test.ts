import {describe, expect, test} from 'vitest'
import {trialModel} from '../fixtures/trialSchema.ts'
import {lesson, page, statement, study, TrialWorld} from '../fixtures/trialWorld.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import type {GateDocument} from '../model/gateModel.ts'

const BOTH = ['marketing', 'medical']
const print = (document: GateDocument): string => contentOf(trialModel, document).fingerprint

/** Study e ← statement c ← page p ← lesson l, all signed by every role. */
const signedHouse = (): TrialWorld =>
  new TrialWorld()
    .put(
      study('e', '51 s'),
      statement('c', 'Set up in 51 s', ['e']),
      page('p', 'Fast', ['c']),
      lesson('l', 'Say it', ['p']),
    )
    .sign('e', ['medical'])
    .sign('c', BOTH)
    .sign('p', BOTH)
    .sign('l', ['marketing'])

describe('why what a document rests on does not hold', () => {
  test('what changed is told once for all that it changed, by the way from the document itself', () => {
    const after = study('e', '49 s')
    const world = signedHouse().put(after).sign('e', ['medical'])
    expect(world.judge('l').reasons).toEqual([
      {
        kind: 'memberChanged',
        path: ['l', 'p', 'c', 'e'],
        before: print(study('e', '51 s')),
        after: print(after),
      },
    ])
  })

  test('after the document was signed on the change, what lies between is told to be stale', () => {
    const world = signedHouse()
      .put(study('e', '49 s'))
      .sign('e', ['medical'])
      .sign('l', ['marketing'])
    expect(world.judge('l')).toMatchObject({
      state: 'stale',
      reasons: [{kind: 'memberChanged', path: ['l', 'p', 'c', 'e']}],
    })
  })

  test('a member that came in with a changed one is that one’s doing, and only then', () => {
    const grown = signedHouse()
      .put(study('new', 'n'), statement('c', 'Set up in 51 s', ['e', 'new']))
      .sign('new', ['medical'])
      .sign('c', BOTH)
    expect(grown.judge('p').reasons).toMatchObject([{kind: 'memberChanged', path: ['p', 'c']}])
    const beside = signedHouse()
      .put(study('f', '1'), statement('d', 'Second', []), page('p', 'Two', ['c', 'd']))
      .sign('f', ['medical'])
      .sign('d', BOTH)
      .sign('p', BOTH)
      .put(statement('d', 'Second', ['f']), study('e', '49 s'))
      .sign('d', BOTH)
      .sign('e', ['medical'])
      .sign('c', BOTH)
    expect(beside.judge('p').reasons).toMatchObject([
      {kind: 'memberChanged', path: ['p', 'd']},
      {kind: 'memberChanged', path: ['p', 'c', 'e']},
    ])
  })

  test('a member that nobody saw, behind content that did not change', () => {
    // The document between is seen by what is stored; a way to the member opened when what was missing was written.
    const world = new TrialWorld()
      .put(page('p', 'Fast', ['c']))
      .sign('p', BOTH)
      .put(statement('c', 'x', []))
      .sign('c', BOTH)
    expect(world.judge('p').reasons).toEqual([{kind: 'memberNotPinned', path: ['p', 'c']}])
  })

  test('it is what moved since the newest approval, by whichever role', () => {
    const change = (text: string) => statement('c', text, ['e'])
    const after = (first: string, second: string) =>
      signedHouse()
        .put(change('Set up in 49 s'))
        .sign('c', BOTH)
        .sign('p', [first])
        .put(change('Set up in 48 s'))
        .sign('c', BOTH)
        .sign('p', [second])
        .put(change('Set up in 47 s'))
        .sign('c', BOTH)
        .judge('p').reasons
    const expected = [
      {
        kind: 'memberChanged',
        path: ['p', 'c'],
        before: print(change('Set up in 48 s')),
        after: print(change('Set up in 47 s')),
      },
    ]
    expect(after('marketing', 'medical')).toEqual(expected)
    expect(after('medical', 'marketing')).toEqual(expected)
  })

  test('once one role has seen the change, who is missing is told instead', () => {
    const world = signedHouse()
      .put(statement('c', 'Set up in 49 s', ['e']))
      .sign('c', BOTH)
      .sign('p', ['marketing'])
    expect(world.judge('p').reasons).toEqual([
      {kind: 'rolesMissing', approved: ['marketing'], missing: ['medical']},
    ])
    expect(world.judge('l').reasons).toMatchObject([
      {kind: 'memberChanged', path: ['l', 'p', 'c']},
      {kind: 'memberNotAligned', path: ['l', 'p'], state: 'inReview'},
    ])
  })

  test('two things behind one changed member are told apart, and what came in behind it is not told', () => {
    const world = signedHouse()
      .put(
        study('f', '1'),
        study('g', '1'),
        statement('c', 'Set up in 51 s', ['e', 'f']),
        page('p', 'Fast', ['c']),
      )
      .sign('f', ['medical'])
      .sign('g', ['medical'])
      .sign('c', BOTH)
      .sign('p', BOTH)
      .sign('l', ['marketing'])
      .put(study('e', '49 s'), study('f', '2'))
      .sign('e', ['medical'])
      .sign('f', ['medical'])
      .sign('c', BOTH)
    expect(world.judge('l').reasons).toMatchObject([
      {kind: 'memberChanged', path: ['l', 'p', 'c', 'e']},
      {kind: 'memberChanged', path: ['l', 'p', 'c', 'f']},
    ])
    world.put(statement('c', 'Set up in 51 s', ['e', 'f', 'g'])).sign('c', BOTH)
    expect(world.judge('l').reasons).toMatchObject([
      {kind: 'memberChanged', path: ['l', 'p', 'c']},
      {kind: 'memberChanged', path: ['l', 'p', 'c', 'e']},
      {kind: 'memberChanged', path: ['l', 'p', 'c', 'f']},
    ])
  })

  test('a member of which one role has approved something else by now is in review, not changed', () => {
    const world = signedHouse()
      .put(page('p', 'Fast', ['c'], {until: '2027-01-31'}))
      .sign('p', ['medical'])
    expect(world.judge('l').reasons).toMatchObject([
      {kind: 'memberChanged', path: ['l', 'p']},
      {kind: 'memberNotAligned', path: ['l', 'p'], state: 'inReview'},
    ])
  })

  test('what is missing behind a member in review is told instead of who is to sign it', () => {
    const world = new TrialWorld()
      .put(statement('c', 'x', ['gone']), page('p', 'y', ['c']))
      .sign('c', ['medical'])
      .sign('p', BOTH)
    expect(world.judge('p').reasons).toEqual([{kind: 'memberMissing', path: ['p', 'c', 'gone']}])
  })

  test('what is missing is told once, and is said in the verdict', () => {
    const {reasons, missing, state} = signedHouse().remove('e').judge('l')
    expect({reasons, missing, state}).toEqual({
      state: 'stale',
      missing: ['e'],
      reasons: [{kind: 'memberMissing', path: ['l', 'p', 'c', 'e']}],
    })
  })

  test('what was approved without what it names does not hold once it is named', () => {
    const world = new TrialWorld()
      .put(statement('c', 'x', ['gone']), page('p', 'y', ['c']))
      .sign('c', BOTH)
      .sign('p', BOTH)
    expect(world.judge('c')).toMatchObject({state: 'stale', missing: ['gone']})
    expect(world.judge('c').roles.map(({approvals}) => approvals.length)).toEqual([0, 0])
    expect(world.judge('p').reasons).toEqual([{kind: 'memberMissing', path: ['p', 'c', 'gone']}])
  })

  test('each member that is not approved itself is told, with its own state', () => {
    const world = signedHouse()
      .put(statement('d', 'New', []), page('p', 'Two', ['c', 'd']))
      .sign('p', BOTH)
      .sign('c', ['medical'], {decision: 'changesRequested'})
    expect(world.judge('p').reasons).toEqual([
      {kind: 'memberNotAligned', path: ['p', 'c'], state: 'changesRequested'},
      {kind: 'memberNotAligned', path: ['p', 'd'], state: 'unreviewed'},
    ])
  })
})
