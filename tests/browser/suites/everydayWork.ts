import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import sharp from 'sharp'
import {beforeAll, expect, test} from 'vitest'
import {PATIENT, WAIT, type Opened, type People} from '../people.ts'

const DECK = 'deck-kelvane'

/** What people do all day in any Studio, on the embedded lake: it must feel like the hosted one. */
export function everydayWork(opened: Opened): void {
  let people: People
  let raw: SanityClient
  let page: Page

  beforeAll(() => {
    const {house} = opened()
    people = opened().people
    raw = house.running.clientFor('administrator')
  })

  /** Opens a place of the Studio, as the author. */
  async function visit(path: string): Promise<void> {
    page = await people.pageAt('author', `/structure/${path}`)
  }

  async function open(type: string, id: string, query = ''): Promise<void> {
    await visit(`${type};${id}${query}`)
    await page.getByTestId('document-panel-scroller').waitFor(WAIT)
  }

  const field = (name: string) =>
    page.getByTestId(`field-${name}`).locator('input, textarea').first()

  async function chooseAction(name: RegExp): Promise<void> {
    await page.getByTestId('action-menu-button').click(WAIT)
    await page.getByRole('menuitem', {name}).click(WAIT)
  }

  const confirm = (name: RegExp) => page.getByRole('dialog').getByRole('button', {name}).click(WAIT)

  const stored =
    (query: string, params: Record<string, unknown> = {}) =>
    () =>
      raw.fetch<unknown>(query, params)

  test('a new document is filled in, and a reference is found by typing', async () => {
    await visit('indication')
    await page.getByTestId('action-intent-button').first().click(WAIT)
    await field('population').fill('Adults in transport')
    await field('condition').fill('between wards')
    await page.getByPlaceholder('Type to search').first().fill('Kelv')
    await page
      .getByRole('button', {name: /Kelvane Underbody Warming System/})
      .last()
      .click(WAIT)
    await expect
      .poll(
        stored(
          '*[_type == "indication"][population == "Adults in transport"]{condition, "product": product._ref}',
        ),
        WAIT,
      )
      .toEqual([{condition: 'between wards', product: 'product-kelvane'}])
  })

  test('it is duplicated, and the copy deleted', async () => {
    const count = stored('count(*[_type == "indication"][population == "Adults in transport"])')
    await chooseAction(/^Duplicate/)
    await expect.poll(count, WAIT).toBe(2)
    await chooseAction(/^Delete/)
    await confirm(/^Delete/)
    await expect.poll(count, WAIT).toBe(1)
  })

  test('an edit is discarded', async () => {
    await open('person', 'person-legal')
    await field('email').fill('elsewhere@throughline.example')
    await expect.poll(stored('defined(*[_id == "drafts.person-legal"][0])'), WAIT).toBe(true)
    await chooseAction(/^Discard changes/)
    await confirm(/^Discard/)
    await expect.poll(stored('defined(*[_id == "drafts.person-legal"][0])'), WAIT).toBe(false)
    await expect.poll(() => field('email').inputValue(), WAIT).toBe('legal@throughline.example')
  })

  test('what no gate holds is published at once', async () => {
    await field('email').fill('oona@throughline.example')
    const button = page.getByTestId('action-publish')
    await expect.poll(() => button.isEnabled(), WAIT).toBe(true)
    await button.click()
    await expect
      .poll(stored('*[_id == "person-legal"][0].email'), WAIT)
      .toBe('oona@throughline.example')
  })

  test('the history says who did what', async () => {
    await open('claim', 'claim-004')
    await page.getByTestId('pane-context-menu-button').last().click(WAIT)
    await page.getByRole('menuitem', {name: 'History'}).click(WAIT)
    const events = page.getByText(/^(Published|Draft created)$/)
    await expect
      .poll(() => events.allTextContents(), WAIT)
      .toEqual(expect.arrayContaining(['Published', 'Draft created']))
  })

  test('a list and the whole Studio are searched by words', async () => {
    await visit('claim')
    await page.getByPlaceholder('Search list').fill('"inferior to forced air"')
    await expect.poll(() => page.getByText(/^CLM-\d{3} · /).count(), WAIT).toBe(1)
    expect(await page.getByText(/^CLM-\d{3} · /).textContent()).toContain('CLM-002')
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Search', {exact: true}).fill('erythema')
    const results = page.getByTestId('search-results')
    await expect.poll(() => results.textContent(), WAIT).toContain('KEL-101')
    await page.getByPlaceholder('Search', {exact: true}).fill('skin safety')
    await expect.poll(() => results.textContent(), WAIT).toContain('Skin safety in full')
    await page.keyboard.press('Escape')
    await results.waitFor({state: 'detached', ...WAIT})
  })

  test('what others rest on is not unpublished; what nothing rests on is', async () => {
    await open('claim', 'claim-008', '?perspective=published')
    await page.getByTestId('action-unpublish').click(WAIT)
    await page
      .getByRole('dialog')
      .getByText(/Why change/)
      .first()
      .waitFor(WAIT)
    await page.keyboard.press('Escape')
    await open('leaveBehind', 'leave-behind-kelvane', '?perspective=published')
    await page.getByTestId('action-unpublish').click(WAIT)
    await confirm(/^Unpublish/)
    await expect.poll(stored('defined(*[_id == "leave-behind-kelvane"][0])'), WAIT).toBe(false)
    expect(await raw.fetch('defined(*[_id == "drafts.leave-behind-kelvane"][0])')).toBe(true)
  })

  test('what is not reviewed says so, also where it is not valid either', async () => {
    await open('claim', 'claim-006')
    const review = page.getByRole('button', {name: 'Review needed…'})
    await expect
      .poll(async () => {
        await field('statement').fill('')
        return stored('defined(*[_id == "drafts.claim-006"][0].statement)')()
      }, WAIT)
      .toBe(false)
    await expect.poll(() => review.isEnabled(), WAIT).toBe(true)
    await review.click()
    await expect.poll(() => page.getByTestId('alignment-state').isVisible(), WAIT).toBe(true)
    await chooseAction(/^Discard changes/)
    await confirm(/^Discard/)
    await expect.poll(stored('defined(*[_id == "drafts.claim-006"][0])'), WAIT).toBe(false)
  })

  test('a picture is uploaded, and shown', async () => {
    const grey = {width: 64, height: 36, channels: 3, background: '#888'} as const
    const picture = await sharp({create: grey}).png().toBuffer()
    await open('deckSlide', 'slide-03')
    await page.getByTestId('group-tab-artwork').click(WAIT)
    await page
      .locator('input[type=file]:enabled')
      .first()
      .setInputFiles({name: 'pad.png', mimeType: 'image/png', buffer: picture})
    await expect
      .poll(stored('*[_id == "drafts.slide-03"][0].visual.asset->metadata.dimensions.width'), WAIT)
      .toBe(64)
    const shown = page.locator('img[src*="/images/"]').first()
    await shown.waitFor(WAIT)
    await expect
      .poll(() => shown.evaluate((image) => 'naturalWidth' in image && image.naturalWidth), WAIT)
      .toBeGreaterThan(0)
  })

  test('the slides of a deck are put in another order by keyboard alone', async () => {
    await open('deck', DECK)
    const order = stored('*[_id in [$id, "drafts." + $id]] | order(_id desc)[0].slides[]._ref', {
      id: DECK,
    })
    const before = await order()
    const [first, second, ...rest] = Array.isArray(before) ? before : []
    const slides = page.getByTestId('field-slides')
    const handle = slides.getByRole('button', {name: 'Move'}).first()
    // A form that is still being read lets nothing be moved.
    await expect
      .poll(async () => {
        if ((await handle.getAttribute('aria-pressed')) === 'true') return true
        await handle.focus()
        await page.keyboard.press('Space')
        return false
      }, PATIENT)
      .toBe(true)
    const said = page.getByRole('status').filter({hasText: 'was moved over'})
    const picked = await said.textContent(WAIT)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => said.textContent(), WAIT).not.toBe(picked)
    await page.keyboard.press('Space')
    await expect.poll(order, WAIT).toEqual([second, first, ...rest])
  })

  test('a reviewer reads, and cannot type', async () => {
    const reviewing = await people.pageAt('medical', '/structure/claim;claim-009')
    const statement = reviewing.getByTestId('field-statement').locator('textarea')
    await statement.waitFor(WAIT)
    await expect.poll(() => statement.getAttribute('readonly'), WAIT).not.toBeNull()
  })
}
