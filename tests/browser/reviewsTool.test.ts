import {AxeBuilder} from '@axe-core/playwright'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {gateOptions} from '../../claimGate.config.ts'
import {ALIGNED_ASSETS_QUERY} from '../../plugins/claim-gate/delivery/index.ts'
import {createGateModel, publishTogether, signReview} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {openHouse, type OpenHouse} from './openStudio.ts'
import {dialogButton, peopleOf, SEAL_REFUSED, WAIT, type People} from './people.ts'

/* A claim changes: everybody finds what that put in question in one place, and decides it once for each role. */
const CLAIM = 'claim-003'
const SIGNERS = {author: 'marketing', medical: 'medical', regulatory: 'regulatory', legal: 'legal'}
const model = createGateModel(schemaTypes, gateOptions)

let house: OpenHouse
let people: People
let resting: string[]

beforeAll(async () => {
  house = await openHouse()
  people = peopleOf(house)
  resting = await people.portal.fetch<string[]>(
    '*[_type == "deckSlide"][references($id)]._id | order(@)',
    {id: CLAIM},
  )
  await changeTheClaim()
})
afterAll(() => house.close())

async function changeTheClaim(): Promise<void> {
  const author = house.running.clientFor('author')
  await author.action({
    actionType: 'sanity.action.document.edit',
    draftId: `drafts.${CLAIM}`,
    publishedId: CLAIM,
    patch: {set: {footnote: 'Read together with the limits of the study.'}},
  })
  for (const [persona, role] of Object.entries(SIGNERS)) {
    const request = {subject: CLAIM, account: persona, role, decision: 'approved'} as const
    await signReview(house.running.clientFor(persona), model, request)
  }
  expect(await publishTogether(author, model, [CLAIM])).toHaveProperty('published')
}

const delivered = async (): Promise<string[]> => {
  const assets = await people.portal.fetch<{_id: string}[]>(ALIGNED_ASSETS_QUERY, {
    type: 'deckSlide',
  })
  return assets.map(({_id}) => _id).filter((id) => resting.includes(id))
}

async function visit(persona: string): Promise<Page> {
  const page = await house.pageFor(persona)
  await page.goto(`${house.studio.url}/reviews`)
  await page.getByRole('heading', {name: 'What waits for you'}).waitFor(WAIT)
  return page
}

test('what waits is grouped by the change, with exactly what differs', async () => {
  expect(resting.length).toBeGreaterThan(0)
  expect(await delivered()).toEqual([])
  const page = await visit('medical')
  const group = page.getByTestId('waiting-group').filter({hasText: 'CLM-003'})
  await group.waitFor(WAIT)
  await expect
    .poll(() => group.locator('ins').allTextContents(), WAIT)
    .toEqual([expect.stringContaining('Read together')])
  expect(await group.getByRole('checkbox').count()).toBe(resting.length)
  const {violations} = await new AxeBuilder({page})
    .include('[data-testid="waiting-group"]')
    .analyze()
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([])
  await page.close()
})

test('one decision for each role puts everything in force again', async () => {
  const before = await people.reviewCount()
  for (const persona of ['author', 'medical', 'regulatory']) {
    const page = await visit(persona)
    const group = page.getByTestId('waiting-group').filter({hasText: 'CLM-003'})
    await group.getByRole('button', {name: /^Approve \d+ as/}).click(WAIT)
    await dialogButton(page, 'Sign').click(WAIT)
    await group.waitFor({...WAIT, state: 'detached'})
    await page.close()
  }
  await expect.poll(delivered, WAIT).toEqual(resting)
  const after = await people.reviewCount()
  expect(after - before).toBe(3 * resting.length)
})

test('who holds no role is told so', async () => {
  const page = await visit('administrator')
  await page.getByText('You may sign in no role.').waitFor(WAIT)
  expect(await page.getByTestId('waiting-group').count()).toBe(0)
  await page.close()
})

test('nothing was red in the console, asked of elsewhere, or unknown to the lake', () => {
  // Chromium tells of the refusals that are expected: who may only sign leaves the seals to the sealer.
  expect(house.complaints().filter((each) => each !== SEAL_REFUSED)).toEqual([])
})
