import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {ALIGNED_ASSETS_QUERY} from '../../plugins/claim-gate/delivery/index.ts'
import {openHouse, type OpenHouse} from './openStudio.ts'

/*
 * The main job, as people do it: a published slide's claim changes, the slide is withheld downstream and cannot be
 * published, people with the right roles sign, the slide goes out again; then the claim is put back.
 */
const CLAIM = 'claim-009'
const SLIDE = 'slide-09'
const WAIT = {timeout: 30_000}
/** Between two tries the page must have had time to answer. */
const PATIENT = {timeout: 45_000, interval: 1500}

let house: OpenHouse
let portal: SanityClient

beforeAll(async () => {
  house = await openHouse()
  portal = house.running.clientFor('owner').withConfig({perspective: 'published'})
})
afterAll(() => house.close())

const isDelivered = async (id: string): Promise<boolean> => {
  const assets = await portal.fetch<{_id: string}[]>(ALIGNED_ASSETS_QUERY, {type: 'deckSlide'})
  return assets.some(({_id}) => _id === id)
}

async function open(page: Page, type: string, id: string): Promise<void> {
  await page.goto(`${house.studio.url}/structure/${type};${id}`)
  await page.getByTestId('document-panel-scroller').waitFor(WAIT)
}

async function openAlignment(page: Page): Promise<void> {
  const state = page.getByTestId('alignment-state')
  await expect
    .poll(async () => {
      if (!(await state.isVisible()))
        await page.getByRole('button', {name: 'Alignment', exact: true}).click()
      return state.isVisible()
    }, PATIENT)
    .toBe(true)
}

const stateOf = (page: Page) => page.getByTestId('alignment-state').getAttribute('data-state')

async function sign(persona: string, type: string, id: string): Promise<void> {
  const page = await house.pageFor(persona)
  await open(page, type, id)
  await openAlignment(page)
  await page.getByRole('button', {name: 'Approve…'}).click(WAIT)
  await page.getByRole('dialog').getByRole('button', {name: 'Sign', exact: true}).click(WAIT)
  await page.getByText('You have signed this').waitFor(WAIT)
  await page.context().close()
}

const draftOf = (id: string) =>
  portal.fetch<Record<string, unknown> | null>(
    '*[_id == $id][0]',
    {id: `drafts.${id}`},
    {perspective: 'raw'},
  )

/** Writes into a field until the lake has it: a form that is still being read takes nothing. */
async function write(page: Page, id: string, field: string, text: string): Promise<void> {
  const input = page.getByTestId(`field-${field}`).locator('textarea')
  await expect
    .poll(async () => {
      if ((await input.inputValue()) !== text) await input.fill(text)
      return (await draftOf(id))?.[field]
    }, PATIENT)
    .toBe(text)
}

const reviewNeeded = (page: Page) => page.getByRole('button', {name: 'Review needed…'})

async function publish(page: Page): Promise<void> {
  const button = page.getByRole('button', {name: 'Publish', exact: true})
  await expect
    .poll(async () => (await button.isVisible()) && (await button.isEnabled()), WAIT)
    .toBe(true)
  await button.click()
}

const NEW = 'Mean set-up 49 vs 94 seconds (difference −45; 95% CI −54 to −36; n=32).'
const OLD = 'Mean set-up 51 vs 94 seconds (difference −43; 95% CI −52 to −34; n=32).'

describe('a slide cannot go out on a claim that moved', () => {
  test('before: it is delivered, and the inspector says so', async () => {
    expect(await isDelivered(SLIDE)).toBe(true)
    const page = await house.pageFor('author')
    await open(page, 'deckSlide', SLIDE)
    await openAlignment(page)
    expect(await stateOf(page)).toBe('aligned')
    await expect
      .poll(() => page.getByTestId('delivered-now').getAttribute('data-delivered'), WAIT)
      .toBe('yes')
    await page.context().close()
  })

  test('the author changes the claim; its roles sign; it is published with its seal', async () => {
    const page = await house.pageFor('author')
    await open(page, 'claim', CLAIM)
    await write(page, CLAIM, 'statement', NEW)
    await reviewNeeded(page).waitFor(WAIT)
    for (const persona of ['author', 'medical', 'regulatory']) await sign(persona, 'claim', CLAIM)
    await publish(page)
    await expect.poll(() => portal.fetch('*[_id == $id][0].statement', {id: CLAIM}), WAIT).toBe(NEW)
    await page.context().close()
  })

  test('the slide is withheld, and says why: the path and the red-line by word', async () => {
    expect(await isDelivered(SLIDE)).toBe(false)
    const page = await house.pageFor('author')
    await open(page, 'deckSlide', SLIDE)
    await openAlignment(page)
    expect(await stateOf(page)).toBe('stale')
    await expect
      .poll(() => page.getByTestId('delivered-now').getAttribute('data-delivered'), WAIT)
      .toBe('no')
    const reason = page.getByTestId('member-reason')
    await expect
      .poll(() => reason.getByTestId('reason-path').textContent(), WAIT)
      .toContain('CLM-009')
    await expect.poll(() => reason.textContent(), WAIT).toContain('by Mirela Vance')
    await expect
      .poll(() => reason.locator('del').allTextContents(), WAIT)
      .toEqual(['51', '43', '52', '34'])
    expect(await reason.locator('ins').allTextContents()).toEqual(['49', '45', '54', '36'])
    await page.context().close()
  })

  test('an editorial draft of it is published neither by button nor by Ctrl+Alt+P', async () => {
    const page = await house.pageFor('author')
    await open(page, 'deckSlide', SLIDE)
    await page.getByTestId('group-tab-internal').click()
    await write(page, SLIDE, 'internalNotes', 'Ask the field team')
    await reviewNeeded(page).waitFor(WAIT)
    const before = await portal.fetch<string>('*[_id == $id][0]._rev', {id: SLIDE})
    await page.keyboard.press('Control+Alt+p')
    await reviewNeeded(page).click()
    await page.getByTestId('alignment-state').waitFor(WAIT)
    expect(await stateOf(page)).toBe('stale')
    expect(await portal.fetch('*[_id == $id][0]._rev', {id: SLIDE})).toBe(before)
    expect(await isDelivered(SLIDE)).toBe(false)
    await page.context().close()
  })

  test('each required role signs; the author publishes; it is delivered again', async () => {
    for (const persona of ['author', 'medical', 'regulatory'])
      await sign(persona, 'deckSlide', SLIDE)
    const page = await house.pageFor('author')
    await open(page, 'deckSlide', SLIDE)
    await publish(page)
    await expect.poll(() => isDelivered(SLIDE), WAIT).toBe(true)
    await page.context().close()
  })

  test('the claim is put back: nothing needs a new review, and what rested on it then is in force', async () => {
    // The slide as it was signed before the change, and again after it, rests on either wording.
    const reviews = await portal.fetch<number>(
      'count(*[_type == "review"])',
      {},
      {perspective: 'raw'},
    )
    const page = await house.pageFor('author')
    await open(page, 'claim', CLAIM)
    await write(page, CLAIM, 'statement', OLD)
    await publish(page)
    await expect.poll(() => portal.fetch('*[_id == $id][0].statement', {id: CLAIM}), WAIT).toBe(OLD)
    await expect.poll(() => isDelivered(SLIDE), WAIT).toBe(true)
    expect(await portal.fetch('count(*[_type == "review"])', {}, {perspective: 'raw'})).toBe(
      reviews,
    )
    await page.context().close()
  })

  test('raw writes to claim and slide are withheld from that transaction on', async () => {
    const raw = house.running.clientFor('administrator')
    await raw.patch(CLAIM).set({statement: 'Sets up in no time.'}).commit()
    expect(await isDelivered(SLIDE)).toBe(false)
    await raw.patch('slide-03').set({headline: 'Approved for everybody'}).commit()
    expect(await isDelivered('slide-03')).toBe(false)
    await expect
      .poll(() => raw.fetch('count(*[_type == "incident"])'), WAIT)
      .toBeGreaterThanOrEqual(2)
  })

  test('nothing was red in the console, asked of elsewhere, or unknown to the lake', () => {
    expect(house.complaints()).toEqual([])
  })
})
