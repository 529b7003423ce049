import {describe, expect, test} from 'vitest'
import {
  byMember,
  CHECKPOINT_EVENTS,
  checkpointId,
  isOpen,
  readCheckpoint,
  setAsideIn,
  type Checkpoint,
  type CheckpointEvent,
} from './checkpoint.ts'

const bare = {_id: checkpointId('1'), _type: 'claimGate.checkpoint', kind: 'launch'}
const empty = {
  _id: 'claimGate.checkpoint.1',
  title: '',
  kind: 'launch',
  owner: '',
  members: [],
  events: [],
}
const change = (...events: CheckpointEvent[]): Checkpoint => ({
  _id: checkpointId('2'),
  title: 'Winter',
  kind: 'change',
  owner: 'anna-account',
  members: [],
  events,
})
const event = (kind: CheckpointEvent['kind'], doc?: string, reason?: string): CheckpointEvent => ({
  kind,
  account: 'anna-account',
  name: 'Anna',
  at: '2026-03-01T12:00:00Z',
  ...(doc === undefined ? {} : {doc}),
  ...(reason === undefined ? {} : {reason}),
})

describe('a stored checkpoint', () => {
  test('is read with all that it says', () => {
    const said = {
      _id: checkpointId('1'),
      _rev: 'r1',
      title: 'Spring',
      kind: 'change',
      group: 'spring',
      owner: 'anna-account',
      members: ['a', 'b'],
      events: [event('opened'), event('setAside', 'a', 'too late for it')],
      dueOn: '2026-04-01',
      closedAt: '2026-03-30T08:00:00Z',
      outcome: 'passed',
    }
    expect(readCheckpoint({...said, _type: bare._type, note: 'of nobody'})).toStrictEqual(said)
  })

  test.each([
    ['nothing but its kind', {}, {}],
    ['a member named twice', {members: ['a', 'b', 'a', 7]}, {members: ['a', 'b']}],
    [
      'what is no text where text belongs',
      {title: 1, owner: {}, group: 2, dueOn: null, closedAt: 3},
      {},
    ],
    ['events of which nobody knows the kind', {events: [null, 'opened', {kind: 'sold'}, {}]}, {}],
    [
      'an event that says nothing but its kind',
      {events: [{kind: 'merged'}]},
      {events: [{kind: 'merged', account: '', name: '', at: ''}]},
    ],
  ])('is read as far as it can be: %s', (_what, stored, read) => {
    expect(readCheckpoint({...bare, ...stored})).toStrictEqual({...empty, ...read})
  })

  test('tells every kind of event apart', () => {
    const events = CHECKPOINT_EVENTS.map((kind) => event(kind, 'a'))
    expect(readCheckpoint({...bare, events})?.events).toStrictEqual(events)
  })

  test.each([
    ['another kind', {kind: 'party'}],
    ['no kind', {kind: undefined}],
    ['an id where no checkpoint stands', {_id: 'drafts.claimGate.checkpoint.1'}],
    ['an outcome that nobody knows', {outcome: 'won'}],
    ['an outcome that is taken away', {outcome: null}],
  ])('is none with %s: it holds nothing and lets nothing out', (_what, wrong) => {
    expect(readCheckpoint({...bare, ...wrong})).toBeUndefined()
  })
})

test.each<[string, Partial<Checkpoint>, boolean]>([
  ['while nothing ended it', {}, true],
  ['not once it has an outcome', {outcome: 'passed'}, false],
  ['not once it was closed', {closedAt: '2026-03-30T08:00:00Z'}, false],
  ['not with both', {closedAt: '2026-03-30T08:00:00Z', outcome: 'abandoned'}, false],
])('a checkpoint is open %s', (_when, ended, open) => {
  expect(isOpen({...change(), ...ended})).toBe(open)
})

describe('what a change sets aside', () => {
  const first = event('setAside', 'a', 'first word')
  const last = event('setAside', 'a', 'last word')

  test.each<[string, Checkpoint, (readonly [string, CheckpointEvent])[]]>([
    ['counts with the last word given for it', change(first, last), [['a', last]]],
    ['no longer counts once taken back', change(first, event('takenBack', 'a')), []],
    [
      'counts again when set aside again',
      change(first, event('takenBack', 'a'), last),
      [['a', last]],
    ],
    [
      'stays when another is taken back',
      change(first, event('takenBack', 'b'), event('removed', 'a')),
      [['a', first]],
    ],
    ['is not what was added', change(event('added', 'a')), []],
    ['is nothing when no document is named', change(event('setAside')), []],
    ['is nothing in a launch', {...change(first), kind: 'launch'}, []],
  ])('%s', (_what, checkpoint, aside) => {
    expect([...setAsideIn(checkpoint)]).toStrictEqual(aside)
  })
})

test('each document leads to all checkpoints that name it, in their order', () => {
  const one = {...change(), members: ['a', 'b']}
  const other = {...change(), _id: checkpointId('3'), members: ['b']}
  expect([...byMember([one, change(), other])]).toStrictEqual([
    ['a', [one]],
    ['b', [one, other]],
  ])
})
