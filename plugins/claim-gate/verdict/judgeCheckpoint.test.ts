import {describe, expect, test} from 'vitest'
import {contentOf} from '../fingerprint/contentOf.ts'
import {sealAll} from '../fixtures/trialProof.ts'
import {trialModel, trialOptions, trialTypes} from '../fixtures/trialSchema.ts'
import {lesson, page, statement, study, TrialWorld} from '../fixtures/trialWorld.ts'
import {createGateModel} from '../model/createGateModel.ts'
import type {Checkpoint, CheckpointEvent} from '../model/checkpoint.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import type {Seal} from '../model/gateDocuments.ts'
import {judgeCheckpoint, type CheckpointVerdict} from './judgeCheckpoint.ts'

const BOTH = ['marketing', 'medical']

const checkpoint = (more: Partial<Checkpoint> = {}): Checkpoint => ({
  _id: 'claimGate.checkpoint.1',
  title: 'Together',
  kind: 'change',
  owner: 'o',
  members: ['c'],
  events: [],
  ...more,
})

const event = (kind: CheckpointEvent['kind'], doc: string, at = '1'): CheckpointEvent => ({
  kind,
  doc,
  account: 'o',
  name: 'O',
  at,
})

const seal = (id: string, more: Partial<Seal> = {}): Seal => ({
  _id: `seal-${id}`,
  subject: id,
  rev: 'r1',
  accepts: [],
  pins: [],
  reviews: [],
  code: '',
  ...more,
})

const judged = (world: TrialWorld, of: Checkpoint, model: GateModel = trialModel) =>
  judgeCheckpoint(model, world.within(of))

const inShort = ({members, dependants, blockers, passes}: CheckpointVerdict) => ({
  members: members.map(
    ({id, isDraft, verdict}) => `${id} ${isDraft ? 'draft' : 'out'} ${verdict.state}`,
  ),
  dependants: dependants.map(({id, verdict}) => `${id} ${verdict.state}`),
  blockers,
  passes,
})

/** Study e ← statement c ← page p, all signed and sealed, and a page q that rests on nothing. */
function signedHouse(): TrialWorld {
  const world = new TrialWorld()
    .put(
      study('e', '51 s'),
      statement('c', 'Set up in 51 s', ['e']),
      page('p', 'Fast', ['c']),
      page('q', 'Title', []),
    )
    .sign('e', ['medical'])
    .sign('c', BOTH)
    .sign('p', BOTH)
    .sign('q', BOTH)
  return sealAll(world)
}

describe('a change', () => {
  const corrected = (): TrialWorld => signedHouse().draft(statement('c', 'Set up in 49 s', ['e']))

  test('waits for its members and for what rests on them, and then passes', () => {
    const of = checkpoint()
    const world = corrected()
    expect(inShort(judged(world, of))).toEqual({
      members: ['c draft changed'],
      dependants: ['p stale'],
      blockers: [
        {kind: 'notAligned', id: 'c', state: 'changed'},
        {kind: 'dependantNotAligned', id: 'p', state: 'stale'},
      ],
      passes: false,
    })
    world.signWithin(of, 'c', BOTH)
    expect(inShort(judged(world, of)).blockers).toEqual([
      {kind: 'dependantNotAligned', id: 'p', state: 'stale'},
    ])
    expect(inShort(judged(world.signWithin(of, 'p', BOTH), of))).toEqual({
      members: ['c draft aligned'],
      dependants: ['p aligned'],
      blockers: [],
      passes: true,
    })
  })

  test('a member that is out as it stands has nothing to publish and keeps nobody waiting', () => {
    expect(inShort(judged(signedHouse(), checkpoint({members: ['c', 'e']})))).toEqual({
      members: ['c out aligned', 'e out aligned'],
      dependants: ['p aligned'],
      blockers: [],
      passes: true,
    })
  })

  test('names the document that it judges, as it would stand', () => {
    const [member] = judged(corrected(), checkpoint()).members
    expect(member?.document).toMatchObject({_id: 'drafts.c', text: 'Set up in 49 s'})
  })

  test('without a member it never passes', () => {
    expect(judged(signedHouse(), checkpoint({members: []}))).toMatchObject({
      blockers: [{kind: 'noMembers'}],
      passes: false,
    })
  })

  test('says which member is gone, and which no gate holds', () => {
    const world = signedHouse().put({_id: 'spring', _type: 'campaign'})
    expect(judged(world, checkpoint({members: ['nothing', 'spring', 'c']}))).toMatchObject({
      members: [{id: 'c'}],
      blockers: [
        {kind: 'memberGone', id: 'nothing'},
        {kind: 'notGated', id: 'spring'},
      ],
    })
  })

  test('what the owner set aside keeps nobody waiting, until it is taken back', () => {
    const aside = event('setAside', 'p')
    const world = corrected().signWithin(checkpoint(), 'c', BOTH)
    const verdict = judged(world, checkpoint({events: [aside]}))
    expect(verdict).toMatchObject({blockers: [], passes: true})
    expect(verdict.dependants[0]?.setAside).toEqual(aside)
    const back = judged(world, checkpoint({events: [aside, event('takenBack', 'p', '2')]}))
    expect(back.blockers).toEqual([{kind: 'dependantNotAligned', id: 'p', state: 'stale'}])
    expect(back.dependants[0]).not.toHaveProperty('setAside')
  })

  test('what is not in force waits for nobody: stale already, of a later day, not gated', () => {
    const stale = corrected().put(page('p', 'Fast!', ['c']))
    expect(judged(stale, checkpoint()).dependants).toEqual([])
    const later = new TrialWorld()
      .put(
        study('e', '51 s'),
        statement('c', 'x', ['e'], {from: '2026-06-01'}),
        page('p', 'y', ['c']),
      )
      .sign('e', ['medical'])
      .sign('c', BOTH)
      .sign('p', BOTH)
      .draft(study('e', '49 s'))
    expect(judged(later, checkpoint({members: ['e']})).dependants).toEqual([])
    const [first] = judged(
      later.at('2026-06-01T00:00:00Z'),
      checkpoint({members: ['e']}),
    ).dependants
    expect(first?.id).toBe('c')
  })

  test('content of a later day may not take the place of what is in force', () => {
    const of = checkpoint()
    const world = signedHouse()
      .draft(statement('c', 'Set up in 49 s', ['e'], {from: '2026-06-01'}))
      .signWithin(of, 'c', BOTH)
      .signWithin(of, 'p', BOTH)
    const from = '2026-06-01T00:00:00.000Z'
    const blockers = () => judged(world, of).blockers
    expect(blockers()).toEqual([
      {kind: 'notYetEffective', id: 'c', from},
      {kind: 'notYetEffective', id: 'p', from},
    ])
    const {rev: _rev, ...withheld} = seal('c')
    world.seals.set('c', withheld)
    expect(blockers()).toEqual([{kind: 'notYetEffective', id: 'p', from}])
    world.seals.delete('c')
    expect(blockers()).toEqual([{kind: 'notYetEffective', id: 'p', from}])
    world.seals.set('c', seal('c'))
    world.at(from)
    expect(blockers()).toEqual([])
  })
})

describe('another open checkpoint', () => {
  const other = (more: Partial<Checkpoint>): Checkpoint =>
    checkpoint({_id: 'claimGate.checkpoint.2', ...more})
  const otherCheckpoint = (id: string) => ({
    kind: 'otherCheckpoint',
    id,
    checkpoint: 'claimGate.checkpoint.2',
  })

  test('that holds the same member is named, once', () => {
    const world = signedHouse().draft(statement('c', 'Set up in 49 s', ['e']), study('e', '49 s'))
    const of = checkpoint({members: ['c', 'e']})
    world.checkpoints.push(of, other({members: ['c', 'e']}))
    expect(judged(world, of).blockers).toEqual([
      {kind: 'notAligned', id: 'c', state: 'changed'},
      otherCheckpoint('c'),
      {kind: 'notAligned', id: 'e', state: 'changed'},
      {kind: 'dependantNotAligned', id: 'p', state: 'stale'},
    ])
  })

  test('each of several is named', () => {
    const world = signedHouse().draft(statement('c', 'Set up in 49 s', ['e']))
    const third = checkpoint({_id: 'claimGate.checkpoint.3'})
    world.checkpoints.push(other({members: ['c']}), third)
    const named = judged(world, checkpoint()).blockers.flatMap((blocker) =>
      blocker.kind === 'otherCheckpoint' ? [blocker.checkpoint] : [],
    )
    expect(named).toEqual(['claimGate.checkpoint.2', 'claimGate.checkpoint.3'])
  })

  test('that is closed holds up nobody', () => {
    const world = signedHouse().draft(statement('c', 'Set up in 49 s', ['e']))
    world.checkpoints.push(
      other({members: ['c'], closedAt: '2026-03-01T00:00:00Z', outcome: 'abandoned'}),
    )
    expect(judged(world, checkpoint()).blockers.map(({kind}) => kind)).not.toContain(
      'otherCheckpoint',
    )
  })

  test('is found at the far end of the way to what moved', () => {
    const world = signedHouse().draft(page('p', 'Faster', ['c']))
    world.checkpoints.push(other({members: ['e']}))
    const of = checkpoint({members: ['p']})
    world.signWithin(of, 'p', BOTH).put(study('e', '40 s')).sign('e', ['medical'])
    expect(judged(world, of).blockers).toEqual([
      {kind: 'notAligned', id: 'p', state: 'stale'},
      otherCheckpoint('p'),
    ])
  })

  test('that holds a dependant itself is none of its business', () => {
    const world = signedHouse().draft(statement('c', 'Set up in 49 s', ['e']))
    world.checkpoints.push(other({members: ['p']}))
    world.signWithin(checkpoint(), 'c', BOTH)
    expect(judged(world, checkpoint()).blockers).toEqual([
      {kind: 'dependantNotAligned', id: 'p', state: 'stale'},
    ])
  })

  test('that holds what a member or a dependant waits for is named', () => {
    const world = signedHouse()
      .draft(page('p', 'Faster', ['c']))
      .put(statement('c', 'Set up in 40 s', ['e']))
    world.checkpoints.push(other({members: ['c']}))
    const of = checkpoint({members: ['p']})
    world.signWithin(of, 'p', BOTH)
    expect(judged(world, of).blockers).toEqual([
      {kind: 'notAligned', id: 'p', state: 'stale'},
      otherCheckpoint('p'),
    ])
    const dependant = signedHouse()
      .put(statement('d', 'Second', []), page('p', 'Fast', ['c', 'd']))
      .sign('d', BOTH)
      .sign('p', BOTH)
      .draft(statement('c', 'Set up in 49 s', ['e', 'f']))
    dependant.checkpoints.push(other({members: ['f']}))
    expect(judged(dependant, checkpoint()).blockers).toEqual([
      {kind: 'notAligned', id: 'c', state: 'changed'},
      otherCheckpoint('c'),
      {kind: 'dependantNotAligned', id: 'p', state: 'stale'},
    ])
  })
})

describe('a launch', () => {
  const campaign = {_type: 'reference', _ref: 'spring'}
  const person = (name: string) => ({_type: 'reference', _ref: name})
  const charter: GateDocument = {
    _id: 'charter',
    _type: 'charter',
    campaign,
    aim: 'Warm',
    first: person('ann'),
    second: person('ben'),
  }
  const agreed = (...people: string[]): GateDocument => ({
    ...charter,
    agreed: people.map((name) => ({
      person: person(name),
      fingerprint: contentOf(trialModel, charter).fingerprint,
    })),
  })
  const of = checkpoint({kind: 'launch', group: 'spring', members: ['p', 'l']})
  /** A page and a lesson that practises with it, both new and signed by every role. */
  const launched = (charterNow: GateDocument = agreed('ann', 'ben')): TrialWorld => {
    const world = new TrialWorld()
      .put({_id: 'spring', _type: 'campaign'})
      .draft(page('p', 'Fast', [], {campaign}), lesson('l', 'Say it', ['p'], {campaign}))
    world.agreements.set('spring', charterNow)
    world.checkpoints.push(of)
    return world.signWithin(of, 'p', BOTH).signWithin(of, 'l', ['marketing'])
  }

  test('goes out when content and training are approved and both have agreed', () => {
    expect(inShort(judged(launched(), of))).toEqual({
      members: ['p draft aligned', 'l draft aligned'],
      dependants: [],
      blockers: [],
      passes: true,
    })
  })

  test('needs content and training', () => {
    const world = launched()
    const sides = (members: string[]) =>
      judged(world, {...of, members}).blockers.filter(({kind}) => kind === 'noSide')
    expect(sides(['p'])).toEqual([{kind: 'noSide', side: 'training'}])
    expect(sides(['l'])).toEqual([{kind: 'noSide', side: 'content'}])
  })

  test('what belongs to another launch, or was out before as it is, is no side of it', () => {
    const autumn = {_type: 'reference', _ref: 'autumn'}
    const elsewhere = launched().draft(lesson('l', 'Say it', ['p'], {campaign: autumn}))
    expect(judged(elsewhere, of).blockers).toContainEqual({kind: 'noSide', side: 'training'})
    const old = launched()
    const {fingerprint} = judged(old, of).members[1]?.verdict ?? {fingerprint: ''}
    old.seals.set('l', seal('l', {accepts: [{fingerprint}]}))
    expect(judged(old, of).blockers).toEqual([{kind: 'noSide', side: 'training'}])
  })

  test('needs a launch, and an agreement to it', () => {
    const {group: _group, ...without} = of
    expect(judged(launched(), without).blockers.filter(({kind}) => kind !== 'notAligned')).toEqual([
      {kind: 'noGroup'},
    ])
    const none = launched()
    none.agreements.clear()
    expect(judged(none, of).blockers).toEqual([{kind: 'noAgreement'}])
    expect(judged(launched(agreed('ann')), of).blockers).toEqual([
      {kind: 'agreementMissing', people: ['ben']},
    ])
  })

  test('asks for no agreement where the options name none', () => {
    const {agreement: _agreement, ...options} = trialOptions
    const types = trialTypes.map((type) => {
      const {options: {claimGate} = {}} = type
      if (!claimGate) return type
      const {roles} = claimGate
      return {...type, options: {claimGate: {roles, side: claimGate.side}}}
    })
    const model = createGateModel(types, options)
    const {group: _group, ...without} = of
    expect(judged(launched(charter), without, model).blockers).toEqual([])
    // Without a path to its launch every new member belongs to it.
    expect(judged(launched(charter), {...of, members: ['p']}, model).blockers).toEqual([
      {kind: 'noSide', side: 'training'},
    ])
  })
})
