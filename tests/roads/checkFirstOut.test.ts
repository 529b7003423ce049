import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {publishTogether, signReview, sweep} from '../../plugins/claim-gate/node.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import type {RunningLake} from '../support/startLake.ts'
import {startChecked, type CheckedLake} from './checked.ts'

/* While an agreement asks for a launch, nothing of its group goes out alone: not by taking the agreement away either. */
let running: RunningLake
let client: SanityClient
let check: CheckedLake['check']
const campaign = {_type: 'reference', _ref: 'spring'}
const charter = {publishedId: 'charter', draftId: 'drafts.charter'}

beforeEach(async () => {
  ;({running, client, check} = await startChecked())
  await new GateTrial(client, running.clientFor).begin()
  await client.create({_id: 'spring', _type: 'campaign'})
  await draft('early')
  expect(await publishTogether(client, trialModel, ['early'])).toHaveProperty('published')
  await client.create({_id: 'charter', _type: 'charter', campaign})
  await draft('hasty')
  expect(await publishTogether(client, trialModel, ['hasty'])).toHaveProperty('refused')
  expect(await check()).toEqual([])
})
afterEach(() => running.lake.close())

/** A lesson that its role approved; what was out before anything was agreed is none of it. */
async function draft(id: string): Promise<void> {
  await client.create({_id: `drafts.${id}`, _type: 'lesson', goal: 'Say it', campaign})
  await signReview(running.clientFor('marketing'), trialModel, {
    subject: id,
    account: 'marketing',
    role: 'marketing',
    decision: 'approved',
  })
}

const publishHasty = async () =>
  expect(await publishTogether(client, trialModel, ['hasty'])).toHaveProperty('published')

const alone = expect.stringMatching(
  /^hasty went out at \S+ without a launch, while charter asked for one: find out who/u,
)

test('the agreement is taken away for good, or until another document says the same', async () => {
  await client.action({actionType: 'sanity.action.document.unpublish', ...charter})
  await publishHasty()
  expect(await check()).toEqual([alone])
  await client.create({_id: 'charter2', _type: 'charter', campaign})
  expect(await check()).toEqual([alone])
})

test('the agreement is made one about something else, and back', async () => {
  const other = {...campaign, _ref: 'autumn'}
  await client.create({_id: 'autumn', _type: 'campaign'})
  await client.patch('charter').set({campaign: other}).commit()
  await publishHasty()
  expect(await check()).toEqual([alone])
  await client.create({_id: 'charter2', _type: 'charter', campaign})
  expect(await check()).toEqual([alone])
})

test('and what sealed it then is taken away and written again', async () => {
  await client.action({actionType: 'sanity.action.document.unpublish', ...charter})
  await publishHasty()
  await client.delete('seal-hasty')
  expect((await sweep(client, trialModel)).sealed).toEqual(['seal-hasty'])
  await client.action({actionType: 'sanity.action.document.publish', ...charter})
  expect(await check()).toEqual([alone])
})
