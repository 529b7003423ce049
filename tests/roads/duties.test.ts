import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {trialOptions, trialTypes} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {createGateModel} from '../../plugins/claim-gate/model/createGateModel.ts'
import type {GateModel} from '../../plugins/claim-gate/model/gateModel.ts'
import type {SignedDecision} from '../../plugins/claim-gate/reviewing/signRequest.ts'
import {signReview, type SignResult} from '../../plugins/claim-gate/node.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* Who signs with changes signs other words than those that were read: duties are separate on those as well. */
const account = (id: string) => ({
  id,
  name: id,
  email: `${id}@example.org`,
  role: 'administrator' as const,
  token: id,
})

let running: RunningLake
let anna: SanityClient
let ben: SanityClient

beforeEach(async () => {
  running = await startLake({accounts: ['anna', 'ben'].map(account)})
  anna = running.clientFor('anna')
  ben = running.clientFor('ben')
  await anna.create({
    _id: 'who-anna',
    _type: 'colleague',
    account: 'anna',
    name: 'Anna',
    roles: ['marketing', 'legal'],
  })
})
afterEach(() => running.lake.close())

/** Studies are signed in two roles that may both review their own work. */
function modelOf(distinctSigners: boolean): GateModel {
  const {legal, ...roles} = trialOptions.roles
  if (!legal) throw new Error('The trial has no legal role')
  const types = trialTypes.map((type) =>
    type.name === 'study'
      ? {...type, options: {claimGate: {roles: ['marketing', 'legal'], side: 'source'}}}
      : type,
  )
  return createGateModel(types, {
    ...trialOptions,
    roles: {...roles, legal: {...legal, mayReviewOwn: true}},
    distinctSigners,
  })
}

const remarks = [{path: 'title', quote: 'third', text: '', replacement: 'quarter', must: true}]

const sign = (model: GateModel, role: string, decision: SignedDecision): Promise<SignResult> =>
  signReview(anna, model, {subject: 's', account: 'anna', role, decision, comment: 'x', remarks})

test('whoever wrote the words does not sign them alone by changing them', async () => {
  const model = modelOf(false)
  await anna.create({_id: 'drafts.s', _type: 'study', title: 'A third of the time'})
  expect(await sign(model, 'marketing', 'approvedWithChanges')).toHaveProperty('signed')
  expect(await sign(model, 'legal', 'approvedWithChanges')).toEqual({
    refused: {reason: 'onlyOwnWork', role: 'legal'},
  })
})

test('where signers must be distinct, one person does not sign in two roles at once', async () => {
  const model = modelOf(true)
  await ben.create({_id: 'drafts.s', _type: 'study', title: 'A third of the time'})
  const results = await Promise.all([
    sign(model, 'marketing', 'approved'),
    sign(model, 'legal', 'approved'),
  ])
  expect(results.filter((result) => 'signed' in result)).toHaveLength(1)
  expect(results.filter((result) => 'refused' in result)).toEqual([
    {refused: expect.objectContaining({reason: 'otherRoleSigned'})},
  ])
})

test('where signers must be distinct, one person does not sign the changed words in two roles', async () => {
  const model = modelOf(true)
  await ben.create({_id: 'drafts.s', _type: 'study', title: 'A third of the time'})
  expect(await sign(model, 'marketing', 'approvedWithChanges')).toHaveProperty('signed')
  expect(await sign(model, 'legal', 'approvedWithChanges')).toEqual({
    refused: {reason: 'otherRoleSigned', role: 'marketing'},
  })
})
