import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {expectNoFault} from '../seriousFaults.ts'
import {stateOf, WAIT, type Opened, type People} from '../people.ts'

const CLAIM = 'claim-009'
const SLIDE = 'slide-09'

const NEW = 'Mean set-up 49 vs 94 seconds (difference −45; 95% CI −54 to −36; n=32).'
const OLD = 'Mean set-up 51 vs 94 seconds (difference −43; 95% CI −52 to −34; n=32).'

const reviewNeeded = (page: Page) => page.getByRole('button', {name: 'Review needed…'})

/**
 * The main job, as people do it: a published slide's claim changes, the slide is withheld downstream and cannot be
 * published, people with the right roles sign, the slide goes out again; then the claim is put back.
 */
export function mainJob(opened: Opened): void {
  const people = (): People => opened().people
  const statementOf = (id: string) =>
    people().portal.fetch<string>('*[_id == $id][0].statement', {id})
  const revisionOf = (id: string) => people().portal.fetch<string>('*[_id == $id][0]._rev', {id})
  /** Headline of a slide, before somebody writes past the gate. */
  let before: string

  test('before: it is delivered, and the inspector says so', async () => {
    expect(await people().isDelivered(SLIDE)).toBe(true)
    const page = await people().visit('author', 'deckSlide', SLIDE)
    expect(await stateOf(page)).toBe('aligned')
    await expect
      .poll(() => page.getByTestId('delivered-now').getAttribute('data-delivered'), WAIT)
      .toBe('yes')
  })

  test('the author changes the claim; its roles sign; it is published with its seal', async () => {
    const page = await people().visit('author', 'claim', CLAIM)
    await people().write(page, CLAIM, 'statement', NEW)
    await reviewNeeded(page).waitFor(WAIT)
    await expectNoFault(page, '[data-testid="pane-footer"]')
    for (const persona of ['author', 'medical', 'regulatory'])
      await people().sign(persona, 'claim', CLAIM)
    await people().publish(page)
    await expect.poll(() => statementOf(CLAIM), WAIT).toBe(NEW)
  })

  test('the slide is withheld, and says why: the path and the red-line by word', async () => {
    expect(await people().isDelivered(SLIDE)).toBe(false)
    const page = await people().visit('author', 'deckSlide', SLIDE)
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
  })

  test('an editorial draft of it is published neither by button nor by Ctrl+Alt+P', async () => {
    const page = await people().visit('author', 'deckSlide', SLIDE)
    await page.getByTestId('group-tab-internal').click()
    await people().write(page, SLIDE, 'internalNotes', 'Ask the field team')
    await reviewNeeded(page).waitFor(WAIT)
    const revision = await revisionOf(SLIDE)
    await page.keyboard.press('Control+Alt+p')
    await reviewNeeded(page).click()
    await page.getByTestId('alignment-state').waitFor(WAIT)
    expect(await stateOf(page)).toBe('stale')
    expect(await revisionOf(SLIDE)).toBe(revision)
    expect(await people().isDelivered(SLIDE)).toBe(false)
  })

  test('each required role signs; the author publishes; it is delivered again', async () => {
    for (const persona of ['author', 'medical', 'regulatory'])
      await people().sign(persona, 'deckSlide', SLIDE)
    const page = await people().visit('author', 'deckSlide', SLIDE)
    await people().publish(page)
    await expect.poll(() => people().isDelivered(SLIDE), WAIT).toBe(true)
  })

  test('the claim is put back: nothing needs a new review, and what rested on it then is in force', async () => {
    // The slide as it was signed before the change, and again after it, rests on either wording.
    const reviews = await people().reviewCount()
    const page = await people().visit('author', 'claim', CLAIM)
    await people().write(page, CLAIM, 'statement', OLD)
    await people().publish(page)
    await expect.poll(() => statementOf(CLAIM), WAIT).toBe(OLD)
    await expect.poll(() => people().isDelivered(SLIDE), WAIT).toBe(true)
    expect(await people().reviewCount()).toBe(reviews)
  })

  test('raw writes to claim and slide are withheld from that transaction on', async () => {
    const raw = opened().house.running.clientFor('administrator')
    await raw.patch(CLAIM).set({statement: 'Sets up in no time.'}).commit()
    expect(await people().isDelivered(SLIDE)).toBe(false)
    before = await people().portal.fetch<string>('*[_id == "slide-03"][0].headline')
    await raw.patch('slide-03').set({headline: 'Approved for everybody'}).commit()
    expect(await people().isDelivered('slide-03')).toBe(false)
    await expect
      .poll(() => raw.fetch('count(*[_type == "incident"])'), WAIT)
      .toBeGreaterThanOrEqual(2)
  })

  test('an administrator finds them listed, with who wrote them; nobody else is shown that list', async () => {
    const page = await people().pageAt('administrator', '/incidents')
    const open = page.getByTestId('open-incidents').getByRole('listitem')
    await expect.poll(() => open.count(), WAIT).toBeGreaterThanOrEqual(2)
    await page
      .getByText(/Written by Sunniva Prakash/u)
      .first()
      .waitFor(WAIT)
    await expectNoFault(page, '[data-testid="tool-page"]')
    const raw = opened().house.running.clientFor('administrator')
    await raw.patch('slide-03').set({headline: before}).commit()
    await page.getByText('Settled: 1').waitFor(WAIT)
    await raw.patch(CLAIM).set({statement: OLD}).commit()
    await page.getByText('Settled: 2').waitFor(WAIT)
    expect(await people().isDelivered(SLIDE)).toBe(true)
    const author = await people().visit('author', 'deckSlide', 'slide-03')
    expect(await author.getByRole('link', {name: 'Incidents'}).count()).toBe(0)
  })
}
