import {describe, expect, test} from 'vitest'
import {sealAll} from '../fixtures/trialProof.ts'
import {trialModel} from '../fixtures/trialSchema.ts'
import {page, statement, study, TrialWorld} from '../fixtures/trialWorld.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {waitingFor} from './waitingFor.ts'

const BOTH = ['marketing', 'medical']
const medical = {account: 'medical-account', name: 'M', roles: ['medical']}

const house = (): TrialWorld =>
  new TrialWorld()
    .put(study('e', '51 s'), statement('c', 'Set up in 51 s', ['e']))
    .put(page('p', 'Fast', ['c']), page('q', 'Quick', ['c']))
    .sign('e', ['medical'])
    .sign('c', BOTH)
    .sign('p', BOTH)
    .sign('q', BOTH)

const waits = (world: TrialWorld, drafts: readonly GateDocument[] = [], signer = medical) => {
  const byId = new Map(drafts.map((draft) => [draft._id.replace('drafts.', ''), draft]))
  const {groups, own} = waitingFor(
    trialModel,
    {world: world.world(), drafts: byId, open: world.checkpoints},
    signer,
  )
  return {
    groups: groups.map(({source, documents}) => [source, ...documents.map(({id}) => id)]),
    own: own.map(({id, roles}) => [id, ...roles]),
  }
}

describe('what waits for a person', () => {
  test('is nothing where everything is aligned', () => {
    expect(waits(house())).toEqual({groups: [], own: []})
  })

  test('is grouped by the change that caused it, once that is approved itself', () => {
    const changed = house().put(statement('c', 'Set up in 49 s', ['e']))
    expect(waits(changed)).toEqual({groups: [], own: [['c', 'medical']]})
    expect(waits(changed.sign('c', BOTH))).toEqual({groups: [['c', 'p', 'q']], own: []})
    expect(waits(changed.sign('p', ['marketing']))).toEqual({groups: [['c', 'p', 'q']], own: []})
    expect(waits(changed.sign('p', ['medical']))).toEqual({groups: [['c', 'q']], own: []})
  })

  test('is a draft that was changed, for those of its roles that have not signed', () => {
    const draft = {...page('drafts.p', 'Faster', ['c'])}
    expect(waits(house(), [draft])).toEqual({groups: [], own: [['p', 'medical']]})
    const both = {...medical, roles: BOTH}
    expect(waits(house(), [draft], both)).toEqual({groups: [], own: [['p', ...BOTH]]})
    expect(waits(house(), [draft], {...medical, roles: []})).toEqual({groups: [], own: []})
  })

  test('is to be read whole where a role never approved it, or more than one thing has moved', () => {
    const world = house()
      .put(page('p', 'Faster', ['c']))
      .sign('p', ['marketing'])
    world.put(statement('c', 'Set up in 49 s', ['e'])).sign('c', BOTH)
    const both = {...medical, roles: BOTH}
    expect(waits(world, [], both)).toEqual({
      groups: [['c', 'p', 'q']],
      own: [['p', 'medical']],
    })
    world.put(study('e', '49 s')).sign('e', ['medical']).sign('c', BOTH)
    expect(waits(world).groups).toEqual([])
    expect(waits(world).own.map(([id]) => id)).toEqual(['p', 'q'])
  })

  test('is not what rests on something missing, or had changes requested', () => {
    const world = house().sign('p', BOTH, {decision: 'changesRequested'}).remove('e')
    expect(waits(world).groups).toEqual([])
    expect(waits(world).own).toEqual([])
  })

  test('is asked once on an open checkpoint: members, and what is out and rests on them, but for what was set aside', () => {
    const world = sealAll(house())
    const set = (aside: readonly string[]): void => {
      world.checkpoints.splice(0, 1, {
        _id: 'claimGate.checkpoint.1',
        title: 'A change',
        kind: 'change',
        owner: 'o',
        members: ['c'],
        events: aside.map((doc) => ({kind: 'setAside', doc, account: 'o', name: 'O', at: ''})),
      })
    }
    set([])
    const draft = {...statement('c', 'Set up in 49 s', ['e']), _id: 'drafts.c'}
    expect(waits(world, [draft])).toEqual({groups: [], own: [['c', 'medical']]})
    const drafts = new Map([['c', draft]])
    const signed = world.signOn(draft, 'c', BOTH)
    expect(waits(signed, [draft])).toEqual({groups: [['c', 'p', 'q']], own: []})
    set(['q'])
    const all = {world: world.world(), drafts, open: world.checkpoints}
    const {groups} = waitingFor(trialModel, all, medical)
    expect(groups).toMatchObject([
      {basis: 'claimGate.checkpoint.1', after: draft, documents: [{id: 'p'}]},
    ])
  })
})
