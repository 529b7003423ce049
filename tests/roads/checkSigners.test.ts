import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'
import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import type {RunningLake} from '../support/startLake.ts'
import {startChecked, type CheckedLake} from './checked.ts'

/* Who signed rightly and left since did sign rightly: `check` asks the log who they were then. */
let running: RunningLake
let client: SanityClient
let check: CheckedLake['check']

beforeEach(async () => {
  ;({running, client, check} = await startChecked('legal'))
  await new GateTrial(client, running.clientFor).begin()
})
afterEach(() => running.lake.close())

const signAs = (role: string, account: string) =>
  running.clientFor(account).create({
    _id: `claimGate.review.${role}`,
    _type: 'review',
    subject: 'p1',
    fingerprint: 'v1-0',
    role,
    decision: 'changesRequested',
    reviewer: account,
    signedAt: new Date().toISOString(),
  })

test('nothing to say of a colleague whose account was taken off the person document', async () => {
  await client.patch('who-medical').unset(['account', 'roles']).commit()
  expect(await check()).toEqual([])
  await client.patch('who-marketing').set({account: 'medical'}).commit()
  expect(await check()).toEqual([])
})

test('nothing to say of a colleague whose person document was unpublished', async () => {
  await client.action({
    actionType: 'sanity.action.document.unpublish',
    publishedId: 'who-medical',
    draftId: 'drafts.who-medical',
  })
  expect(await check()).toEqual([])
})

test('of a colleague whose person document is gone nobody knows, until it is put back', async () => {
  const person = await client.getDocument<GateDocument>('who-medical')
  if (!person) throw new Error('Nobody is called medical')
  await client.delete('who-medical')
  const found = await check()
  expect(found).toHaveLength(6)
  expect(new Set(found)).toContain(
    'claimGate.review.c1.2 is signed as medical by medical, and no person document that is left was tied to that account then, so that nobody knows which roles it held: put the person document back from an export, with no roles if they left; or have it signed again',
  )
  await client.create({...person, roles: []})
  expect(await check()).toEqual([])
  await signAs('medical', 'medical')
  expect(await check()).toEqual([
    expect.stringContaining('holds that role neither now nor did then: have it signed by somebody'),
  ])
})

test('who was nobody when they signed, and somebody only afterwards, without that role', async () => {
  await signAs('legal', 'legal')
  const unknown = expect.stringContaining(
    'no person document that is left was tied to that account',
  )
  expect(await check()).toEqual([unknown])
  await client.create({_id: 'who-legal', _type: 'colleague', account: 'legal', roles: ['medical']})
  expect(await check()).toEqual([unknown])
})
