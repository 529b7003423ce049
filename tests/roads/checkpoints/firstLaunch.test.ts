import {afterAll, beforeAll, expect, test} from 'vitest'
import {ALIGNED_ASSETS_QUERY} from '../../../plugins/claim-gate/delivery/index.ts'
import {
  agree,
  contentOf,
  judgeCheckpoint,
  loadCheckpoint,
  fetchCheckpoint,
  openCheckpoint,
  publishTogether,
  signReview,
  type GateDocument,
} from '../../../plugins/claim-gate/node.ts'
import type {RunningLake} from '../../../scripts/lake/runLake.ts'
import {writeDrafts} from '../../../scripts/seed/writeDrafts.ts'
import {newExamples} from '../../schemas/examples.ts'
import {runDemo} from '../../support/runDemo.ts'

/*
 * The first launch of a team, on its real model: a claim, its proof and answer, slides, a deck, and training that practises
 * with that deck. Nothing of it is out, each rests on the other, and all goes out in one step.
 */
const LAUNCH = 'example-launch'
const BRIEF = 'example-brief'
const CLAIM = 'example-claim'
/** Sources first, as people come to them. */
const MEMBERS = [
  CLAIM,
  ...['proofPoint', 'objectionResponse', 'valueProposition', 'deckSlide', 'deck'].map(
    (type) => `example-${type}`,
  ),
  'example-coachingRubric',
  'example-lmsModule',
]
const SIGNERS = {
  author: 'marketing',
  training: 'training',
  medical: 'medical',
  regulatory: 'regulatory',
  legal: 'legal',
}

let running: RunningLake
const portal = () => running.clientFor('owner').withConfig({perspective: 'published'})

beforeAll(async () => {
  running = await runDemo()
  const administrator = running.clientFor('administrator')
  const platform = await administrator.fetch<string>('*[_type == "messagingPlatform"][0]._id')
  const known = newExamples.filter(({_id}) => _id === LAUNCH || _id === BRIEF)
  const published = administrator.transaction()
  for (const document of known)
    published.create({...document, platform: {_type: 'reference', _ref: platform}})
  await published.commit()

  const [claim] = await administrator.fetch<GateDocument[]>('*[_id == "claim-008"]')
  if (!claim) throw new Error('The demo launch has no CLM-008')
  const examples = newExamples.filter(({_id}) => MEMBERS.includes(_id))
  const {_rev, _createdAt, _updatedAt, ...words} = claim
  await writeDrafts(running.clientFor('author'), [
    {...words, _id: CLAIM, _type: 'claim', code: 'CLM-900'},
    ...examples.map(asWritten),
  ])
})
afterAll(() => running.close())

/** The example on the new claim, the deck with the new slide, the module practising with the new deck. */
function asWritten(document: GateDocument): GateDocument {
  const slide = {_key: 'why', _type: 'deckEntry', slide: refTo('example-deckSlide'), use: 'core'}
  const slides = Array.isArray(document.slides) ? {slides: [...document.slides, slide]} : {}
  const text = JSON.stringify({...document, ...slides})
  return JSON.parse(
    text.replaceAll('"claim-008"', `"${CLAIM}"`).replaceAll('"slide-09"', '"example-deck"'),
  )
}

const refTo = (_ref: string) => ({_type: 'reference', _ref})

async function judged(id: string) {
  const checkpoint = await fetchCheckpoint(running.clientFor('author'), id)
  if (!checkpoint) throw new Error('The checkpoint is gone')
  const within = await loadCheckpoint(running.clientFor('author'), running.model, checkpoint)
  return judgeCheckpoint(running.model, within)
}

test('a first launch goes out in one step, once content, training and both leads are ready, and not before', async () => {
  const {model} = running
  const author = running.clientFor('author')
  const alone = await Promise.all(MEMBERS.map((id) => publishTogether(author, model, [id])))
  expect(alone.filter((result) => 'published' in result)).toEqual([])

  const opened = await openCheckpoint(
    author,
    model,
    {title: 'First launch', kind: 'launch', group: LAUNCH, members: MEMBERS},
    {account: 'author', name: 'Mirela Vance'},
  )
  const checkpoint = 'changed' in opened ? opened.changed : ''
  for (const subject of MEMBERS) {
    for (const [account, role] of Object.entries(SIGNERS)) {
      const request = {subject, account, role, decision: 'approved', basis: checkpoint} as const
      await signReview(running.clientFor(account), model, request)
    }
  }
  expect((await judged(checkpoint)).blockers).toEqual([
    {kind: 'agreementMissing', people: ['person-author', 'person-training']},
  ])
  expect(await publishTogether(author, model, {checkpoint})).toHaveProperty('refused')

  const brief = await author.getDocument<GateDocument>(BRIEF)
  const seen = brief ? contentOf(model, brief).fingerprint : ''
  for (const account of ['author', 'training'])
    await agree(running.clientFor(account), model, {group: LAUNCH, account, seen})
  expect(await judged(checkpoint)).toMatchObject({blockers: [], passes: true})
  expect(await publishTogether(author, model, {checkpoint})).toHaveProperty('published')

  const out = await portal().fetch<{_id: string; _rev: string}[]>('*[_id in $ids]{_id, _rev}', {
    ids: MEMBERS,
  })
  expect(out.map(({_id}) => _id).toSorted()).toEqual(MEMBERS.toSorted())
  expect(new Set(out.map(({_rev}) => _rev)).size).toBe(1)
  for (const type of ['deckSlide', 'deck', 'coachingRubric', 'lmsModule']) {
    const delivered = await portal().fetch<{_id: string}[]>(ALIGNED_ASSETS_QUERY, {type})
    expect(delivered.map(({_id}) => _id)).toContain(`example-${type}`)
  }
})
