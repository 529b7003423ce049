import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {
  judge,
  loadWorld,
  recall,
  signReview,
  type GateDocument,
  type SignResult,
} from '../../plugins/claim-gate/node.ts'
import type {SignRequest} from '../../plugins/claim-gate/reviewing/signRequest.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import {BASE, IDS, ROLES} from '../invariants/trialDocuments.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* What people may sign, and what it does to what rests on it. */
let running: RunningLake
let client: SanityClient
let trial: GateTrial

beforeAll(async () => {
  running = await startLake()
  client = running.clientFor('administrator')
  trial = new GateTrial(client)
})
afterAll(() => running.lake.close())
beforeEach(async () => {
  await trial.begin()
  await client.create({
    _id: 'who-editor',
    _type: 'colleague',
    account: 'editor',
    name: 'Edda Editor',
    roles: ['marketing', 'medical'],
  })
})

type Sign = Omit<SignRequest, 'account'> & {account?: string; by?: SanityClient}

const sign = ({account, by = client, ...request}: Sign): Promise<SignResult> =>
  signReview(by, trialModel, {account: account ?? request.role, ...request})

const state = async (id: string): Promise<string | undefined> => {
  const world = await loadWorld(client, trialModel, {ids: [id]})
  const document = await client.getDocument<GateDocument>(id)
  return document && judge(trialModel, document, world).state
}

const edit = (by: SanityClient, id: string, set: Record<string, unknown>) =>
  by.action({
    actionType: 'sanity.action.document.edit',
    draftId: `drafts.${id}`,
    publishedId: id,
    patch: {set},
  })

describe('whoever changed the content', () => {
  test('does not sign it as medical; another person does', async () => {
    const editor = running.clientFor('editor')
    await edit(editor, 'p1', {headline: '1'})
    const own = await sign({
      subject: 'p1',
      account: 'editor',
      role: 'medical',
      decision: 'approved',
      by: editor,
    })
    expect(own).toEqual({refused: {reason: 'ownWork', role: 'medical'}})
    expect(await sign({subject: 'p1', role: 'medical', decision: 'approved'})).toHaveProperty(
      'signed',
    )
    const marketing = await sign({
      subject: 'p1',
      account: 'editor',
      role: 'marketing',
      decision: 'approved',
      by: editor,
    })
    expect(marketing).toHaveProperty('signed')
  })

  test('does not sign it as medical either when others, or they themselves, have signed for another role', async () => {
    const editor = running.clientFor('editor')
    await edit(editor, 'p1', {headline: '1'})
    const own = {subject: 'p1', account: 'editor', decision: 'approved', by: editor} as const
    expect(await sign({...own, role: 'marketing'})).toHaveProperty('signed')
    const refused = {refused: {reason: 'ownWork', role: 'medical'}}
    expect(await sign({...own, role: 'medical'})).toEqual(refused)
    await sign({subject: 'p1', role: 'marketing', decision: 'approved'})
    expect(await sign({...own, role: 'medical'})).toEqual(refused)
  })

  test('may ask for changes, and sign what was approved before or changed by notes only', async () => {
    const editor = running.clientFor('editor')
    await edit(editor, 'p1', {headline: '1'})
    const request = {subject: 'p1', account: 'editor', role: 'medical', by: editor} as const
    expect(await sign({...request, decision: 'changesRequested', comment: 'Wait'})).toHaveProperty(
      'signed',
    )
    await edit(editor, 'p1', {headline: '0', notes: 'as it was'})
    expect(await sign({...request, decision: 'approved'})).toHaveProperty('signed')
  })

  test('is known from the log over both copies, and the review says who it was', async () => {
    const editor = running.clientFor('editor')
    await edit(editor, 'p1', {headline: '1'})
    await edit(running.clientFor('administrator'), 'p1', {headline: '2'})
    await edit(editor, 'p1', {notes: 'a note'})
    const signed = await sign({subject: 'p1', role: 'medical', decision: 'approved'})
    const review = await client.getDocument('signed' in signed ? signed.signed : '')
    expect(review?.editors).toEqual(['administrator', 'editor'])
    expect(await client.getDocument('drafts.p1')).toMatchObject({headline: '2'})
  })
})

describe('whoever only discards or publishes', () => {
  test('has written nothing: who wrote past the draft has', async () => {
    await client.create({
      _id: 'who-viewer',
      _type: 'colleague',
      account: 'viewer',
      name: 'V',
      roles: ['medical'],
    })
    const editor = running.clientFor('editor')
    await edit(client, 'e1', {notes: 'a note'})
    await editor.patch('e1').set({title: 'written past the gate'}).commit()
    await client.action({actionType: 'sanity.action.document.discard', draftId: 'drafts.e1'})
    const own = {subject: 'e1', account: 'editor', role: 'medical', by: editor} as const
    expect(await sign({...own, decision: 'approved'})).toEqual({
      refused: {reason: 'ownWork', role: 'medical'},
    })
    const signed = await sign({
      subject: 'e1',
      account: 'viewer',
      role: 'medical',
      decision: 'approved',
    })
    const review = await client.getDocument('signed' in signed ? signed.signed : '')
    expect(review?.editors).toEqual(['editor'])
  })

  test('a draft that was published past the gate is the work of whoever wrote it', async () => {
    await edit(running.clientFor('editor'), 'p1', {headline: 'mine'})
    await trial.publishRaw('p1')
    const signed = await sign({subject: 'p1', role: 'medical', decision: 'approved'})
    const review = await client.getDocument('signed' in signed ? signed.signed : '')
    expect(review?.editors).toEqual(['editor'])
  })
})

describe('approving with changes', () => {
  const remark = {
    path: 'headline',
    quote: 'Half',
    replacement: 'A third of',
    text: 'See table 2',
    must: true,
  }

  test('approves the words that were put in, and no others', async () => {
    await edit(client, 'p1', {headline: 'Half the time'})
    const signed = await sign({
      subject: 'p1',
      role: 'medical',
      decision: 'approvedWithChanges',
      remarks: [remark],
    })
    expect(signed).toHaveProperty('signed')
    const stands = async () => {
      const draft = await client.getDocument<GateDocument>('drafts.p1')
      const world = await loadWorld(client, trialModel, {ids: ['p1']})
      return draft && judge(trialModel, draft, world)
    }
    expect(await stands()).toMatchObject({state: 'changed'})
    await edit(client, 'p1', {headline: 'A third of the time'})
    expect(await stands()).toMatchObject({
      state: 'inReview',
      reasons: [{approved: ['medical'], missing: ['marketing']}],
    })
  })

  test.for([
    [[], 'replacementMissing'],
    [[{...remark, replacement: undefined}], 'replacementMissing'],
    [[{...remark, quote: 'Twice'}], 'remarkUnclear'],
  ] as const)(
    'is refused where the new words are missing or unclear: %#',
    async ([remarks, reason]) => {
      await edit(client, 'p1', {headline: 'Half the time'})
      const list = remarks.map(({replacement, ...rest}) => ({
        ...rest,
        ...(replacement ? {replacement} : {}),
      }))
      expect(
        await sign({
          subject: 'p1',
          role: 'medical',
          decision: 'approvedWithChanges',
          remarks: list,
        }),
      ).toMatchObject({refused: {reason}})
    },
  )
})

describe('carrying forward', () => {
  const carry = (more: {carriedUntil?: string} = {}) =>
    ROLES.map((role) => ({subject: 'c1', role, decision: 'carriedForward', ...more}) as const)

  test('a corrected typo costs one signature for each role of the claim, and nothing goes dark', async () => {
    await trial.edit('c1', {value: '0 '.repeat(2).trim()})
    for (const request of carry()) expect(await sign(request)).toHaveProperty('signed')
    const reviews = await client.fetch<number>('count(*[_type == "review"])')
    expect(await trial.publish('c1')).toBe(true)
    expect([...(await trial.delivered())].toSorted()).toEqual([...IDS].toSorted())
    expect(await client.fetch<number>('count(*[_type == "review"])')).toBe(reviews)
  })

  test('by one role alone carries nothing', async () => {
    await trial.edit('c1', {value: '1'})
    const [first] = carry()
    await sign(first ?? {subject: 'c1', role: 'medical', decision: 'carriedForward'})
    await trial.sign('c1', 'medical')
    expect(await trial.publish('c1')).toBe(true)
    expect([await state('p1'), await trial.isDelivered('p1')]).toEqual(['stale', false])
  })

  test('until a day holds to the end of that day', async () => {
    await trial.edit('c1', {value: '1'})
    for (const request of carry({carriedUntil: '2030-06-30'})) await sign(request)
    expect(await trial.publish('c1')).toBe(true)
    expect((await client.getDocument('seal-c1'))?.accepts).toMatchObject([
      {},
      {until: '2030-07-01T00:00:00.000Z'},
    ])
    expect(await trial.isDelivered('p1')).toBe(true)
  })

  test.for([
    [{carriedUntil: '2020-01-01'}, '1', 'dateMalformed'],
    [{carriedUntil: 'soon'}, '1', 'dateMalformed'],
    [{}, '0', 'nothingToCarry'],
  ] as const)('is refused where it makes no sense: %#', async ([more, value, reason]) => {
    await trial.edit('c1', {value})
    const [request] = carry(more)
    expect(request && (await sign(request))).toMatchObject({refused: {reason}})
  })

  test('is refused where the claim now rests on something that nobody below has seen', async () => {
    await edit(client, 'c1', {
      studies: ['e1', 'e2'].map((_ref) => ({_key: _ref, _type: 'reference', _ref})),
    })
    const [request] = carry()
    expect(request && (await sign(request))).toMatchObject({refused: {reason: 'closureChanged'}})
  })

  test('is refused where it no longer rests on what they saw', async () => {
    await edit(client, 'c2', {studies: [{_key: 'e1', _type: 'reference', _ref: 'e1'}]})
    expect(await sign({subject: 'c2', role: 'medical', decision: 'carriedForward'})).toEqual({
      refused: {reason: 'closureChanged'},
    })
  })
})

describe('recall', () => {
  const request = {
    subject: 'c1',
    account: 'medical',
    role: 'medical',
    comment: 'The study is retracted',
  }

  test('withholds everything that rests on it at once, and keeps the code', async () => {
    const code = (await client.getDocument('seal-c1'))?.code
    expect(await recall(client, trialModel, request)).toMatchObject({sealed: true})
    expect([...(await trial.delivered())].toSorted()).toEqual(['c2', 'e1', 'e2'])
    const seal = await client.getDocument('seal-c1')
    expect(seal).toMatchObject({code, accepts: [], pins: []})
    expect(seal).not.toHaveProperty('rev')
    expect(await state('c1')).toBe('withdrawn')
    await trial.seal()
    expect((await trial.delivered()).size).toBe(3)
  })

  test('is lifted only when every role has approved it again', async () => {
    await recall(client, trialModel, request)
    await trial.sign('c1', 'medical')
    await trial.seal()
    expect(await state('c1')).toBe('withdrawn')
    await trial.sign('c1', 'marketing')
    await trial.seal()
    expect((await trial.delivered()).size).toBe(IDS.length)
  })

  test('by whoever may only sign ends delivery as soon as the sealer has seen it', async () => {
    await client.create({
      _id: 'who-r',
      _type: 'colleague',
      account: 'reviewer',
      name: 'R',
      roles: ['medical'],
    })
    const result = await recall(running.clientFor('reviewer'), trialModel, {
      ...request,
      account: 'reviewer',
    })
    expect(result).toMatchObject({sealed: false})
    await trial.seal()
    expect(await trial.isDelivered('p1')).toBe(false)
    expect(await client.getDocument('seal-c1')).toMatchObject({accepts: [], pins: []})
  })

  test('is not lifted by a signature that was on its way', async () => {
    const signed = await client.fetch<GateDocument[]>('*[_type == "review"][subject == "e1"]')
    await recall(client, trialModel, {...request, subject: 'e1'})
    for (const {_id, _rev, _createdAt, _updatedAt, ...review} of signed)
      await client.create({...review, _id: 'claimGate.review.late'})
    await trial.seal()
    expect([await state('e1'), await trial.isDelivered('p1')]).toEqual(['withdrawn', false])
    await trial.sign('e1', 'medical')
    await trial.seal()
    expect(await trial.isDelivered('p1')).toBe(true)
  })

  test('takes with it what could have been carried forward', async () => {
    const seal = await client.getDocument<GateDocument>('seal-c1')
    await recall(client, trialModel, request)
    // As it stands where whoever recalled may write no seals, until the sealer has seen it.
    if (seal) await client.createOrReplace(seal)
    await trial.edit('c1', {value: '1'})
    const carry = {subject: 'c1', role: 'medical', decision: 'carriedForward'} as const
    expect(await sign(carry)).toEqual({refused: {reason: 'nothingToCarry'}})
  })

  test.for([
    [{comment: ' '}, 'commentMissing'],
    [{role: 'legal'}, 'notInRole'],
    [{subject: 'nothing'}, 'gone'],
    [{subject: 'who-medical'}, 'notGated'],
  ] as const)('is refused: %#', async ([more, reason]) => {
    expect(await recall(client, trialModel, {...request, ...more})).toMatchObject({
      refused: {reason},
    })
  })
})

describe('on a release', () => {
  test('nobody signs where its name is mistyped', async () => {
    expect(
      await sign({subject: 'p1', role: 'medical', decision: 'approved', basis: 'mistyped'}),
    ).toEqual({refused: {reason: 'basisGone', basis: 'mistyped'}})
  })

  test('what goes out with it, and what rests on that, is signed as it will be then', async () => {
    const version = {...BASE.c1, text: 'as the release says'}
    await client.create({...version, _id: 'versions.spring.c1'})
    for (const role of ROLES) {
      for (const subject of ['c1', 'p1'])
        expect(await sign({subject, role, decision: 'approved', basis: 'spring'})).toHaveProperty(
          'signed',
        )
    }
    // Until it goes out, nothing has changed.
    expect([await state('c1'), await state('p1')]).toEqual(['aligned', 'aligned'])
    await client.transaction().createOrReplace(version).delete('versions.spring.c1').commit()
    expect([await state('c1'), await state('p1')]).toEqual(['aligned', 'aligned'])
    await client.patch('c1').set({text: 'as nobody said'}).commit()
    expect([await state('c1'), await state('p1')]).toEqual(['changed', 'stale'])
  })
})
