import {afterEach, beforeAll, expect, test} from 'vitest'
import {gateOptions} from '../../../claimGate.config.ts'
import {createGateModel, publishTogether, signReview} from '../../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../../schemas/index.ts'
import {dialogButton, WAIT, type Opened, type People} from '../people.ts'
import type {SecondFactor} from '../secondFactor.ts'

const WHY = 'Your key was not recognised'
const CLAIM = 'claim-012'
const SLIDE = 'slide-07'
/** What is asked besides the decision and what it is about: no word of what is signed. */
const SIGNED = {
  account: 'regulatory',
  role: 'regulatory',
  meaning: 'Approved as consistent with the label',
}
const model = createGateModel(schemaTypes, gateOptions)

/** A second factor is asked on each of the three roads by which the Studio signs, and nothing that it refuses is written. */
export function confirming(opened: Opened, factor: () => SecondFactor): void {
  const people = (): People => opened().people
  afterEach(() => {
    factor().refuse()
    release()
  })
  let release = (): void => undefined

  /** Has what is signed refused; gives what was asked, and how many reviews were written all the same. */
  async function whileRefused(sign: () => Promise<void>): Promise<unknown[]> {
    const [asked, written] = [factor().asked.length, await people().reviewCount()]
    factor().refuse(WHY)
    await sign()
    // What was refused before may still be told.
    await expect.poll(() => factor().asked.length, WAIT).toBe(asked + 1)
    return [factor().asked.slice(asked), (await people().reviewCount()) - written]
  }

  beforeAll(async () => {
    const {running} = opened().house
    await people().edit(CLAIM, {footnote: 'As read in the registry.'})
    for (const account of ['author', 'medical', 'regulatory'] as const) {
      const role = account === 'author' ? 'marketing' : account
      const request = {subject: CLAIM, account, role, decision: 'approved'} as const
      await signReview(running.clientFor(account), model, request)
    }
    expect(await publishTogether(running.clientFor('author'), model, [CLAIM])).toHaveProperty(
      'published',
    )
  })

  test('a signature', async () => {
    await people().edit(SLIDE, {headline: 'Warmed before, not only during'})
    const page = await people().visit('regulatory', 'deckSlide', SLIDE)
    await page.getByRole('button', {name: 'Approve…'}).click(WAIT)
    const refused = await whileRefused(async () => {
      await dialogButton(page, 'Sign').click(WAIT)
      await page.getByText(WHY).first().waitFor(WAIT)
    })
    expect(refused).toEqual([[{...SIGNED, decision: 'approved', subjects: [SLIDE]}], 0])
    factor().refuse()
    await page.getByRole('button', {name: 'Approve…'}).click(WAIT)
    await dialogButton(page, 'Sign').click(WAIT)
    await page.getByText('You have signed this').waitFor(WAIT)
  })

  test('a recall', async () => {
    const page = await people().visit('regulatory', 'claim', 'claim-001')
    await page.getByRole('button', {name: 'Recall…'}).click(WAIT)
    await page.getByRole('dialog').getByLabel('Why').fill('The study was withdrawn')
    const refused = await whileRefused(async () => {
      await dialogButton(page, 'Recall').click(WAIT)
      await page.getByText(WHY).first().waitFor(WAIT)
    })
    const decision = 'withdrawn'
    expect(refused).toEqual([[{...SIGNED, decision, subjects: ['claim-001']}], 0])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'detached', ...WAIT})
  })

  test('what was left before it was confirmed is not signed', async () => {
    const page = await people().visit('medical', 'deckSlide', SLIDE)
    await page.getByRole('button', {name: 'Approve…'}).click(WAIT)
    const [asked, written] = [factor().asked.length, await people().reviewCount()]
    release = factor().hold()
    await dialogButton(page, 'Sign').click(WAIT)
    await expect.poll(() => factor().asked.length, WAIT).toBe(asked + 1)
    // The button that was pressed cannot be pressed meanwhile; the keyboard is still the dialog's.
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'detached', ...WAIT})
    await page.getByRole('button', {name: 'Approve…'}).click(WAIT)
    release()
    await page.getByText('The dialog was closed before it was confirmed').first().waitFor(WAIT)
    expect(await people().reviewCount()).toBe(written)
    // The one that was opened since is another, and stays.
    await dialogButton(page, 'Sign').click(WAIT)
    await page.getByText('You have signed this').waitFor(WAIT)
    expect(await people().reviewCount()).toBe(written + 1)
  })

  test('many signatures at once', async () => {
    const page = await people().pageAt('regulatory', '/reviews')
    const group = page.getByTestId('waiting-group').filter({hasText: 'CLM-012'})
    await group.getByRole('button', {name: /^Approve \d+ as Regulatory…/u}).click(WAIT)
    const refused = await whileRefused(async () => {
      await dialogButton(page, 'Sign').click(WAIT)
      await page.getByText(WHY).first().waitFor(WAIT)
    })
    const subjects = expect.arrayContaining(['slide-02'])
    expect(refused).toEqual([[{...SIGNED, decision: 'approved', subjects}], 0])
    factor().refuse()
    await dialogButton(page, 'Sign').click(WAIT)
    await group.waitFor({state: 'detached', ...WAIT})
  })
}
