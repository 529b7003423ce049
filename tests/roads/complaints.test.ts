import type {SanityClient} from '@sanity/client'
import {hash} from 'node:crypto'
import type {DocumentActionComponent} from 'sanity'
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest'
import {gateOptions} from '../../claimGate.config.ts'
import {
  ALIGNED_ASSETS_QUERY,
  ALIGNED_ASSET_QUERY,
  alignedFilter,
  sealHolds,
} from '../../plugins/claim-gate/delivery/index.ts'
import {redLine} from '../../plugins/claim-gate/explain/redLine.ts'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {withClaimGate} from '../../plugins/claim-gate/index.ts'
import {
  bringUpToDate,
  contentOf,
  createJudging,
  fingerprintOf,
  loadWorld,
  publishTogether,
  recall,
  signReview,
  snapshotId,
  sweep,
  type GateDocument,
  type State,
  type Verdict,
} from '../../plugins/claim-gate/node.ts'
import {waitingFor} from '../../plugins/claim-gate/reviewing/waitingFor.ts'
import {movedSince} from '../../plugins/claim-gate/verdict/staleReasons.ts'
import {checkDataset} from '../../scripts/check/checkDataset.ts'
import {readLogs} from '../../scripts/check/readLogs.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import {IDS, ROLES, type Id} from '../invariants/trialDocuments.ts'
import {standBetween} from '../support/standBetween.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'
import {grownModel} from './complaints/grownModel.ts'
import {
  alignmentErrors,
  draftActionsOf,
  NEW_SLIDE,
  openWorkspace,
  workspaceOptions,
} from './complaints/openWorkspace.ts'
import {REFUSED_SIGNINGS} from './complaints/refusedSignings.ts'
import {publishingWords, signingWords, verdictWords} from './complaints/refusalWords.ts'
import {entriesOf, houseModel, SlideHouse, titleSlide} from './complaints/slideHouse.ts'
import {statesOf} from './complaints/statesOf.ts'
import {verdictOnCopy} from './complaints/verdictOnCopy.ts'

/*
 * What users of comparable systems complain about in their trackers, one test each: that this gate does not have the same
 * fault. In brackets is where they say so.
 */
let running: RunningLake
let client: SanityClient
let trial: GateTrial
let house: SlideHouse

beforeAll(async () => {
  running = await startLake()
  client = running.clientFor('administrator')
  trial = new GateTrial(client)
  house = new SlideHouse(client)
})
afterAll(() => running.lake.close())
beforeEach(() => trial.begin())

const publish = (...ids: string[]) => publishTogether(client, trialModel, ids)
const countOf = (type: string) => client.fetch<number>('count(*[_type == $type])', {type})
const isDelivered = async (id: string): Promise<boolean> =>
  (await client.fetch(ALIGNED_ASSET_QUERY, {id}, {perspective: 'published'})) !== null

async function sign(...ids: readonly Id[]): Promise<void> {
  for (const id of ids) for (const role of ROLES) await trial.sign(id, role)
}

const verdictOn = (id: string): Promise<Verdict | undefined> => verdictOnCopy(client, id)
const stateOf = async (id: string): Promise<State | undefined> => (await verdictOn(id))?.state

test('a verdict is worked out anew as content goes out, and what was shown as blocked is delivered by no road (strapi#27722)', async () => {
  const workspace = await openWorkspace(client)
  const shown = () => alignmentErrors(client, workspace, 'versions.release.slide')
  await house.put(titleSlide('slide', 'Warm'))
  await house.sign('slide')
  await bringUpToDate(client, houseModel, ['slide'])
  await house.put(titleSlide('versions.release.slide', 'Warmer'))
  expect(await shown()).toEqual([expect.stringContaining('changed')])

  await house.put(titleSlide('drafts.slide', 'Warmer'))
  await house.sign('slide')
  expect(await shown()).toEqual([])
  await client.patch('versions.release.slide').set({headline: 'Warmest'}).commit()
  expect(await shown()).toEqual([expect.stringContaining('changed')])

  // The release goes out all the same: its version takes the place of what is published.
  await client
    .transaction()
    .createOrReplace(titleSlide('slide', 'Warmest'))
    .delete('versions.release.slide')
    .delete('drafts.slide')
    .commit()
  expect(await isDelivered('slide')).toBe(false)
  const {incidents} = await sweep(client, houseModel)
  expect(incidents).toHaveLength(1)
  expect(await isDelivered('slide')).toBe(false)

  await trial.edit('p1', {value: '1'})
  await sign('p1')
  expect(await stateOf('p1')).toBe('aligned')
  await trial.writeRaw('e1', '1')
  expect(await publish('p1')).toMatchObject({
    refused: {reason: 'notAligned', verdicts: {p1: {state: 'stale'}}},
  })
})

test('a schedule gets nothing past the gate: what it publishes is withheld until it was verified (sanity#5207)', async () => {
  const {scheduledPublishing: _off, ...open} = workspaceOptions
  expect(() => withClaimGate(open, gateOptions)).toThrow('scheduledPublishing: {enabled: false}')
  const withoutDrafts = {...workspaceOptions, document: {drafts: {enabled: false}}}
  expect(() => withClaimGate(withoutDrafts, gateOptions)).toThrow('drafts: {enabled: true}')
  const withVariants = {...workspaceOptions, beta: {variants: {enabled: true}}}
  expect(() => withClaimGate(withVariants, gateOptions)).toThrow('variants: {enabled: false}')

  await trial.edit('p1', {value: 'approved'})
  await sign('p1')
  await trial.edit('p2', {value: 'approved by nobody'})
  // A scheduler is another program, and asks nobody.
  await trial.publishRaw('p1')
  await trial.publishRaw('p2')
  expect([await isDelivered('p1'), await isDelivered('p2')]).toEqual([false, false])
  expect(await sweep(client, trialModel)).toMatchObject({incidents: [expect.any(String)]})
  expect([await isDelivered('p1'), await isDelivered('p2')]).toEqual([true, false])

  // What it rests on moved between the day on which it was scheduled and that on which it went out.
  await trial.edit('p1', {value: 'approved as well'})
  await sign('p1')
  await trial.writeRaw('c1', 'moved meanwhile')
  await trial.publishRaw('p1')
  await sweep(client, trialModel)
  expect([await stateOf('p1'), await isDelivered('p1')]).toEqual(['stale', false])
})

test('a corrected draft is judged by itself, and goes out although the copy already out is bad (sanity#12719)', async () => {
  await trial.writeRaw('p1', 'wrong')
  await trial.seal()
  expect([await stateOf('p1'), await isDelivered('p1')]).toEqual(['changed', false])
  await trial.edit('p1', {value: 'corrected'})
  await sign('p1')
  expect(await stateOf('p1')).toBe('aligned')
  expect(await publish('p1')).toMatchObject({ids: ['p1']})
  expect(await client.getDocument('p1')).toMatchObject({headline: 'corrected'})
  expect(await isDelivered('p1')).toBe(true)

  // Nor does an expired copy that is out keep back one with a later last day.
  await client.patch('p1').set({until: '2020-01-01'}).commit()
  await client.create({
    ...(await client.getDocument('p1')),
    _id: 'drafts.p1',
    _type: 'page',
    until: '2099-01-01',
  })
  await sign('p1')
  expect(await publish('p1')).toMatchObject({ids: ['p1']})
  expect(await isDelivered('p1')).toBe(true)
})

test('an approval does not survive an edit (dotCMS#17516)', async () => {
  await trial.edit('p1', {value: 'approved'})
  await sign('p1')
  expect(await stateOf('p1')).toBe('aligned')
  await trial.edit('p1', {value: 'approved, and a word more'})
  expect(await stateOf('p1')).toBe('changed')
  expect(await publish('p1')).toMatchObject({refused: {reason: 'notAligned'}})
  await trial.sign('p1', 'marketing')
  expect(await verdictOn('p1')).toMatchObject({
    state: 'inReview',
    reasons: [{approved: ['marketing'], missing: ['medical']}],
  })
  expect(await publish('p1')).toMatchObject({refused: {reason: 'notAligned'}})
  expect(await client.getDocument('p1')).toMatchObject({headline: '0'})
  await trial.edit('p1', {value: 'approved'})
  expect(await publish('p1')).toMatchObject({ids: ['p1']})
})

test('saving a draft in which nothing changed takes nobody’s approval away (wagtail#13563)', async () => {
  await trial.edit('p1', {value: '1'})
  await trial.sign('p1', 'marketing')
  const before = await client.getDocument<GateDocument>('drafts.p1')
  await trial.edit('p1', {value: '1'})
  if (before) await client.createOrReplace(before)
  await client.patch('drafts.p1').set({headline: '2'}).commit()
  await client.patch('drafts.p1').set({headline: '1'}).commit()
  expect((await client.getDocument('drafts.p1'))?._rev).not.toBe(before?._rev)
  expect(await verdictOn('p1')).toMatchObject({
    state: 'inReview',
    reasons: [{approved: ['marketing'], missing: ['medical']}],
  })
  await trial.sign('p1', 'medical')
  if (before) await client.createOrReplace(before)
  const reviews = await countOf('review')
  expect(await publish('p1')).toMatchObject({ids: ['p1']})
  expect([await isDelivered('p1'), await countOf('review')]).toEqual([true, reviews])
})

test('nobody reviews again for an attribute that says nothing, and nobody keeps a fingerprint by hand (sphinx-needs#685)', async () => {
  const reviews = await countOf('review')
  const again = (headline: string) =>
    client.createOrReplace({
      until: '',
      statements: [
        {_ref: 'c1', _key: 'another', _type: 'reference', _weak: true},
        {_weak: false, _type: 'reference', _key: 'keys', _ref: 'c2'},
      ],
      notes: 'For the meeting in Q3',
      body: [],
      headline,
      _type: 'page',
      _id: 'drafts.p2',
    })
  await again('  0\n')
  expect(await stateOf('p2')).toBe('aligned')
  expect(await publish('p2')).toMatchObject({ids: ['p2']})
  expect([await isDelivered('p2'), await countOf('review')]).toEqual([true, reviews])
  expect(await client.getDocument('p2')).toMatchObject({notes: 'For the meeting in Q3'})
  expect(JSON.stringify(await client.getDocument('p2'))).not.toContain('v1-')
  await again('0 and more')
  expect(await publish('p2')).toMatchObject({refused: {reason: 'notAligned'}})
})

test('the checker writes nothing and the sweep approves nothing: what is suspect stays suspect (doorstop#178)', async () => {
  await trial.writeRaw('e1', 'another result')
  const everything = () =>
    client.fetch<{_id: string; _rev: string}[]>('*[_id in path("**")] | order(_id asc) {_id, _rev}')
  const logs = async () =>
    readLogs(
      client,
      (await everything()).map(({_id}) => _id),
    )
  const [before, logBefore] = [await everything(), await logs()]
  // Who may only read can check, so there is nothing that checking would need to write.
  for (const account of ['administrator', 'viewer']) {
    const {documents} = await checkDataset(running.clientFor(account), trialModel)
    expect(
      documents
        .filter(({state}) => state !== 'aligned')
        .map(({id}) => id)
        .toSorted(),
    ).toEqual(['c1', 'c2', 'e1', 'p1', 'p2'])
  }
  expect(await everything()).toEqual(before)
  expect(await logs()).toEqual(logBefore)

  const kept = ['review', 'snapshot', ...Object.keys(trialModel.types)]
  const signed = () => client.fetch<object[]>('*[_type in $kept] | order(_id asc)', {kept})
  const signedBefore = await signed()
  const first = await sweep(client, trialModel)
  expect(first.incidents).toHaveLength(1)
  expect(await sweep(client, trialModel)).toEqual({sealed: [], incidents: []})
  expect(await signed()).toEqual(signedBefore)
  expect(await stateOf('p1')).toBe('stale')
  expect([...(await trial.delivered())]).toEqual(['e2'])
})

test('a fingerprint says how it was made, anybody can make it, and a schema that grows breaks no item (doorstop#440)', async () => {
  const [review] = await client.fetch<GateDocument[]>('*[_type == "review"][subject == "e1"]')
  const golden = `v1-${hash('sha256', '{"_type":"study","title":"0"}')}`
  expect(review?.fingerprint).toBe(golden)
  const snapshot = await client.getDocument(snapshotId('e1', golden))
  expect(fingerprintOf(String(snapshot?.content))).toBe(golden)

  expect(await sweep(client, grownModel)).toEqual({sealed: [], incidents: []})
  expect((await trial.delivered()).size).toBe(IDS.length)
  expect(await statesOf(client, grownModel, IDS)).toEqual(IDS.map(() => 'aligned'))
  await client.patch('e1').set({cameLater: 'this says something'}).commit()
  await sweep(client, grownModel)
  expect([...(await trial.delivered())]).toEqual(['e2'])
})

test('a reviewer is shown what changed, and nothing else (doorstop#512)', async () => {
  await trial.writeRaw('c1', 'Set up in 51 s, by one person')
  await sign('c1', 'p1', 'p2')
  const before = await client.getDocument<GateDocument>('c1')
  await trial.writeRaw('c1', 'Set up in 49 s, by one person')
  await sign('c1')

  const world = await loadWorld(client, trialModel, {ids: IDS})
  const after = world.documents.get('c1')
  const [seen, now] = [before, after].map((each) => each && contentOf(trialModel, each))
  const moved = {
    kind: 'memberChanged',
    path: ['p2', 'c1'],
    before: seen?.fingerprint,
    after: now?.fingerprint,
  }
  expect((await verdictOn('p2'))?.reasons).toEqual([moved])
  const judging = createJudging(trialModel, world)
  const standing = judging.standing('p2')
  const latest = standing?.roles.map((role) => role.latest)
  expect(latest?.map((each) => each && standing && movedSince(judging, standing, each))).toEqual([
    [moved],
    [moved],
  ])

  const medical = {account: 'medical', name: 'medical', roles: ['medical']}
  const {groups, own} = waitingFor(trialModel, {world, drafts: new Map(), open: []}, medical)
  expect(own).toEqual([])
  expect(groups).toMatchObject([{source: 'c1', before: seen?.fingerprint}])
  expect(groups[0]?.documents.map(({id}) => id).toSorted()).toEqual(['p1', 'p2'])

  const kept = await client.getDocument(snapshotId('c1', seen?.fingerprint ?? ''))
  expect(redLine(String(kept?.content), now?.json)).toEqual([
    {
      kind: 'text',
      path: ['text'],
      parts: [
        {change: 'kept', value: 'Set up in '},
        {change: 'removed', value: '51'},
        {change: 'added', value: '49'},
        {change: 'kept', value: ' s, by one person'},
      ],
    },
  ])
})

test('the gate puts itself around the Publish of another plugin and asks it, and touches no other action (sanity#2041)', async () => {
  const theirs: DocumentActionComponent = ({id}) => {
    throw new Error(`the other plugin was asked about ${id}`)
  }
  theirs.action = 'publish'
  const theirDelete: DocumentActionComponent = () => null
  theirDelete.action = 'delete'
  const replaced = {publish: theirs, delete: theirDelete}
  const workspace = await openWorkspace(client, (action) =>
    action.action === 'publish' || action.action === 'delete' ? replaced[action.action] : action,
  )
  const actionsOf = (type: string) => draftActionsOf(workspace, type)
  const [gated, ungated] = [actionsOf('deckSlide'), actionsOf('person')]
  expect(ungated.filter(({action}) => action === 'publish')).toEqual([theirs])
  const place = ungated.indexOf(theirs)
  expect(gated.toSpliced(place, 1)).toEqual(ungated.toSpliced(place, 1))
  expect(gated).toContain(theirDelete)
  const wrapper = gated[place]
  expect(wrapper).not.toBe(theirs)
  expect(wrapper?.action).toBe('publish')
  expect(actionsOf('deckSlide')[place]).toBe(wrapper)
  expect(() => wrapper?.(NEW_SLIDE)).toThrow('the other plugin was asked about slide')
})

test('nothing is refused without a word (sanity#8630)', async () => {
  const areSaid = (words: readonly string[]) => words.every((each) => each.trim().length > 8)
  const refusalOf = async (by: SanityClient, ...ids: string[]) => {
    const before = await Promise.all(ids.map((id) => client.getDocument(id)))
    const result = await publishTogether(by, trialModel, ids)
    expect(await Promise.all(ids.map((id) => client.getDocument(id)))).toEqual(before)
    if ('published' in result) return undefined
    expect(publishingWords(result.refused)).toSatisfy(areSaid)
    return result.refused.reason
  }
  expect(await refusalOf(client, 'p2')).toBe('nothingToPublish')
  await client.create({_id: 'drafts.who-medical', _type: 'colleague'})
  expect(await refusalOf(client, 'who-medical')).toBe('notGated')
  await client.patch('c1').set({from: '2099-01-01'}).commit()
  await client.create({...(await client.getDocument('c1')), _id: 'drafts.c1', _type: 'statement'})
  await client.patch('c1').unset(['from']).commit()
  await sign('c1')
  await trial.seal()
  expect(await refusalOf(client, 'c1')).toBe('notYetEffective')

  await trial.edit('p1', {value: '1'})
  expect(await refusalOf(client, 'p1')).toBe('notAligned')
  const verdict = await verdictOn('p1')
  expect(verdict?.reasons).toHaveLength(1)
  expect(verdict && verdictWords(verdict)).toSatisfy(areSaid)
  await sign('p1')
  // Somebody writes at every step of the way.
  const between = await standBetween(running.lake.url, async (count) => {
    await trial.edit('p1', {note: `note ${count}`})
    return 'pass'
  })
  expect(await refusalOf(client.withConfig({apiHost: between.url}), 'p1')).toBe('lostRace')
  await between.close()
  expect(await publish('p1')).toMatchObject({ids: ['p1']})

  const request = {subject: 'p2', account: 'medical', role: 'medical', comment: 'Why'} as const
  for (const {why, ...more} of REFUSED_SIGNINGS) {
    const asked = {...request, decision: 'approved', ...more} as const
    const result = await signReview(client, trialModel, asked)
    expect(result).toMatchObject({refused: {reason: why}})
    expect('refused' in result && areSaid(signingWords(result.refused))).toBe(true)
  }
  const recalled = await recall(client, trialModel, {...request, comment: ' '})
  expect(recalled).toMatchObject({refused: {reason: 'commentMissing'}})
})

test('no slide is delivered past its last day, alone or in a deck or in a presentation of somebody’s own (custom presentations keep expired slides)', async () => {
  const slides = ['spring', 'always']
  await house.put(titleSlide('spring', 'This spring', {expiresOn: '2020-06-30'}))
  await house.put(titleSlide('always', 'Always'))
  await house.put(
    {_id: 'deck', _type: 'deck', title: 'Deck', slides: entriesOf(slides)},
    {_id: 'own-presentation', _type: 'presentation', slides: entriesOf(slides)},
  )
  const all = [...slides, 'deck']
  await house.sign(...all)
  const onItsLastDay = '2020-06-30T23:59:59Z'
  await bringUpToDate(client, houseModel, all, () => onItsLastDay)
  expect(await statesOf(client, houseModel, all, onItsLastDay)).toEqual([
    'aligned',
    'aligned',
    'aligned',
  ])
  expect(await client.getDocument('seal-spring')).toMatchObject({
    rev: (await client.getDocument('spring'))?._rev,
    validUntil: '2020-07-01T00:00:00.000Z',
  })

  const ask = <T>(query: string, params: Record<string, string> = {}) =>
    client.fetch<T>(query, params, {perspective: 'published'})
  const shown = (id: string) =>
    ask(
      `*[_id == $id][0]{"slides": (slides[].slide->{_id, "deliverable": count(*[_id == "seal-" + ^._id]${sealHolds}) == 1})[deliverable == true]._id}.slides`,
      {id},
    )
  const expectNothingExpired = async () => {
    expect([await isDelivered('spring'), await isDelivered('always')]).toEqual([false, true])
    expect(await ask(ALIGNED_ASSETS_QUERY, {type: 'deckSlide'})).toMatchObject([{_id: 'always'}])
    expect(await ask(`*[_type == "deckSlide"]${alignedFilter}._id`)).toEqual(['always'])
    expect(await ask(ALIGNED_ASSETS_QUERY, {type: 'deck'})).toEqual([])
    expect(await shown('deck')).toEqual(['always'])
    expect(await shown('own-presentation')).toEqual(['always'])
  }
  // Of the seals as they were made on that day, and once more when the sweep has been.
  await expectNothingExpired()
  await sweep(client, houseModel)
  await expectNothingExpired()
})
