import {afterAll, beforeAll, expect, test} from 'vitest'
import {ALIGNED_ASSETS_QUERY} from '../../plugins/claim-gate/delivery/index.ts'
import {publishTogether, signReview} from '../../plugins/claim-gate/node.ts'
import type {RunningLake} from '../../scripts/lake/runLake.ts'
import {runDemo} from '../support/runDemo.ts'

/*
 * Evidence is approved by one role and carried forward by three, of which two approve nothing of it: only when all of
 * them have answered for a correction does what rests on it go on being delivered.
 */
const EVIDENCE = 'evidence-4'
const ACCOUNTS = {marketing: 'author', medical: 'medical', regulatory: 'regulatory'}

let running: RunningLake

beforeAll(async () => {
  running = await runDemo()
})
afterAll(() => running.close())

const carry = (role: keyof typeof ACCOUNTS) =>
  signReview(running.clientFor(ACCOUNTS[role]), running.model, {
    subject: EVIDENCE,
    account: ACCOUNTS[role],
    role,
    decision: 'carriedForward',
  })

/** Ids of the assets that rest on the evidence and are delivered. */
async function delivered(): Promise<string[]> {
  const portal = running.clientFor('owner').withConfig({perspective: 'published'})
  const claims = await portal.fetch<string[]>('*[_type == "claim"][references($id)]._id', {
    id: EVIDENCE,
  })
  const slides = await portal.fetch<{_id: string}[]>(ALIGNED_ASSETS_QUERY, {type: 'deckSlide'})
  const resting = await portal.fetch<string[]>('*[_type == "deckSlide"][references($claims)]._id', {
    claims,
  })
  return slides.map(({_id}) => _id).filter((id) => resting.includes(id))
}

async function correct(title: string, ...roles: (keyof typeof ACCOUNTS)[]): Promise<void> {
  const editor = running.clientFor('author')
  await editor.action({
    actionType: 'sanity.action.document.edit',
    draftId: `drafts.${EVIDENCE}`,
    publishedId: EVIDENCE,
    patch: {set: {title}},
  })
  for (const role of roles) {
    const result = await carry(role)
    expect(result).toHaveProperty('signed')
  }
  expect(await publishTogether(editor, running.model, [EVIDENCE])).toHaveProperty('published')
  await running.sealer?.settled()
}

test('a correction of evidence keeps in force what rests on it once every carry role has answered for that', async () => {
  const before = await delivered()
  expect(before.length).toBeGreaterThan(0)
  await correct('Bench study of sound', 'medical', 'marketing', 'regulatory')
  expect(await delivered()).toEqual(before)
})

test('without one of them it is withheld, and cannot be carried once it is', async () => {
  await correct('Bench study of noise', 'medical', 'marketing')
  expect(await delivered()).toEqual([])
  expect(await carry('regulatory')).toMatchObject({refused: {reason: 'nothingToCarry'}})
})
