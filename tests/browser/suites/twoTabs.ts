import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import {beforeAll, expect, test} from 'vitest'
import {WAIT, type Opened} from '../people.ts'

/** Between two tries the other page must have had time to show it. */
const PATIENT = {timeout: 45_000, interval: 1000}
const ID = 'product-kelvane'

/** Two people in one document: each sees the other, and what the other writes, and nothing of either is lost. */
export function twoTabs(opened: Opened): void {
  let raw: SanityClient
  let first: Page
  let second: Page

  async function open(persona: string): Promise<Page> {
    const page = await opened().people.pageAt(persona, `/structure/product;${ID}`)
    await page.getByTestId('document-panel-scroller').waitFor(WAIT)
    return page
  }

  beforeAll(async () => {
    raw = opened().house.running.clientFor('administrator')
    first = await open('author')
    second = await open('training')
  })

  const field = (page: Page, name: string) =>
    page.getByTestId(`field-${name}`).locator('input, textarea').first()

  const presence = (page: Page, name: string) =>
    page.getByTestId('document-level-presence').getByLabel(name)

  /** The Studio draws who is where on a layer above the form. */
  async function isShownAt(page: Page, name: string, person: string): Promise<boolean> {
    const place = await page.getByTestId(`field-${name}`).boundingBox()
    const shown = await page.getByTestId('document-panel-scroller').getByLabel(person).all()
    const boxes = await Promise.all(shown.map((avatar) => avatar.boundingBox()))
    return boxes.some((box) => {
      const middle = box && box.y + box.height / 2
      return place && middle && middle > place.y && middle < place.y + place.height
    })
  }

  const valueIn = (page: Page, name: string) => () => field(page, name).inputValue()

  const draft = () =>
    raw.fetch<Record<string, unknown> | null>('*[_id == $id][0]', {id: `drafts.${ID}`})

  /** Types like a person: key by key, at the end of what is there. */
  async function type(page: Page, name: string, text: string): Promise<void> {
    await field(page, name).focus()
    await page.keyboard.press('End')
    await page.keyboard.type(text, {delay: 40})
  }

  test('see each other, and where the other is', async () => {
    await expect.poll(() => presence(first, 'Tobias Ekwueme').isVisible(), PATIENT).toBe(true)
    await expect.poll(() => presence(second, 'Mirela Vance').isVisible(), PATIENT).toBe(true)
    await field(first, 'genericName').focus()
    await expect.poll(() => isShownAt(second, 'genericName', 'Mirela Vance'), PATIENT).toBe(true)
    expect(await isShownAt(second, 'name', 'Mirela Vance')).toBe(false)
  })

  test('write at the same time, and each sees what the other wrote', async () => {
    await expect.poll(() => field(second, 'name').isEditable(), PATIENT).toBe(true)
    await Promise.all([
      type(first, 'genericName', ' and its tubing'),
      type(second, 'name', ' for transport'),
    ])
    await expect.poll(draft, PATIENT).toMatchObject({
      name: expect.stringMatching(/ for transport$/u),
      genericName: expect.stringMatching(/ and its tubing$/u),
    })
    for (const page of [first, second]) {
      await expect.poll(valueIn(page, 'name'), PATIENT).toMatch(/ for transport$/u)
      await expect.poll(valueIn(page, 'genericName'), PATIENT).toMatch(/ and its tubing$/u)
    }
  })

  test('go on in the same field where the other stopped', async () => {
    await type(second, 'genericName', ', sterile')
    await expect.poll(valueIn(first, 'genericName'), PATIENT).toMatch(/ tubing, sterile$/u)
    await type(first, 'genericName', ', single use')
    await expect.poll(valueIn(second, 'genericName'), PATIENT).toMatch(/, sterile, single use$/u)
    await expect
      .poll(draft, PATIENT)
      .toMatchObject({genericName: expect.stringMatching(/, sterile, single use$/u)})
  })

  test('no longer see who has left', async () => {
    await second.close()
    await expect.poll(() => first.getByLabel('Tobias Ekwueme').count(), PATIENT).toBe(0)
  })
}
