import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import {beforeAll, expect, test} from 'vitest'
import {WAIT, type Opened} from '../people.ts'

const ID = 'legacy-typed'
const TITLE = 'Deck of the last launch'
const STATEMENT = 'statements[_key=="first"].text'
/** Of a quick typist, between two keys. */
const PACE = {delay: 60}

/** A key is shown at once and its form has it at a pause: by no way of leaving the field is anything lost. */
export function typing(opened: Opened): void {
  let raw: SanityClient
  let page: Page

  const path = `/structure/legacyMaterial;${ID}`
  const field = (name: string) =>
    page.getByTestId(`field-${name}`).locator('input, textarea').first()
  const saved = <T>(id: string, of: string) =>
    raw.fetch<T>(`*[_id == $id][0].${of}`, {id}, {perspective: 'raw'})
  const draftTitle = () => saved<string | null>(`drafts.${ID}`, 'title')

  async function type(name: string, text: string): Promise<void> {
    await expect.poll(() => field(name).isEditable(), WAIT).toBe(true)
    await field(name).focus()
    await page.keyboard.press('End')
    await page.keyboard.type(text, PACE)
  }

  beforeAll(async () => {
    raw = opened().house.running.clientFor('author')
    await raw.create({
      _id: ID,
      _type: 'legacyMaterial',
      launch: {_type: 'reference', _ref: 'launch-kelvane'},
      title: TITLE,
      statements: [
        {
          _key: 'first',
          _type: 'statement',
          locator: 'slide 4',
          text: 'Fewer alarms',
          verdict: 'matchesNothing',
        },
      ],
    })
    page = await opened().people.pageAt('author', path)
    await page.getByTestId('document-panel-scroller').waitFor(WAIT)
  })

  test('a key is shown at once, and the draft has it at a pause', async () => {
    await type('title', ', printed')
    expect(await field('title').inputValue()).toBe(`${TITLE}, printed`)
    await expect.poll(draftTitle, WAIT).toBe(`${TITLE}, printed`)
    expect(await field('title').inputValue()).toBe(`${TITLE}, printed`)
  })

  test('what somebody else writes into the same text meanwhile stays', async () => {
    const printed = `${TITLE}, printed – and`
    await type('title', ' – and')
    await expect.poll(draftTitle, WAIT).toBe(printed)
    await Promise.all([
      page.keyboard.type(' carried by every rep', PACE),
      raw.patch(`drafts.${ID}`, {set: {title: `“2023”: ${printed}`}}).commit(),
    ])
    const both = `“2023”: ${printed} carried by every rep`
    await expect.poll(draftTitle, WAIT).toBe(both)
    await expect.poll(() => field('title').inputValue(), WAIT).toBe(both)
  })

  test('the shortcut for Publish publishes the last key as well', async () => {
    await type('title', ' of 2023')
    await page.keyboard.press('Control+Alt+p')
    await expect.poll(() => saved(ID, 'title'), WAIT).toMatch(/ of 2023$/u)
    await expect.poll(draftTitle, WAIT).toBeNull()
  })

  test('a dialog that is closed with Escape straight after the last key loses nothing', async () => {
    await page.goto(
      `${opened().house.studio.url}/intent/edit/id=${ID};type=legacyMaterial;path=${encodeURIComponent(STATEMENT)}`,
    )
    await type(STATEMENT, ' in every ward')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'detached', ...WAIT})
    await expect
      .poll(() => saved(`drafts.${ID}`, 'statements[0].text'), WAIT)
      .toBe('Fewer alarms in every ward')
  })

  test('who goes to another document straight after the last key loses nothing', async () => {
    await type('title', ' in May')
    await expect.poll(draftTitle, WAIT).toMatch(/ in May$/u)
    await page.keyboard.type(' and June', PACE)
    await opened().people.pageAt('author', '/structure/person')
    await expect.poll(draftTitle, WAIT).toMatch(/ in May and June$/u)
    await opened().people.pageAt('author', path)
    await page.getByTestId('document-panel-scroller').waitFor(WAIT)
  })

  test('who goes on in a document beside it straight after the last key loses nothing', async () => {
    const beside = '%2Ctype%3Dlaunch%2CparentRefPath%3Dlaunch'
    await opened().people.pageAt('author', `${path};launch-kelvane${beside}`)
    const titles = page.getByTestId('field-title').locator('input')
    await expect.poll(() => titles.count(), WAIT).toBe(2)
    await expect.poll(() => titles.last().isEditable(), WAIT).toBe(true)
    // Longer than is held: its beginning is saved already.
    await type('title', ' and July, and once more in August of the year')
    await titles.last().focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' as planned', PACE)
    await expect.poll(draftTitle, WAIT).toMatch(/ in August of the year$/u)
    await expect.poll(() => saved('drafts.launch-kelvane', 'title'), WAIT).toMatch(/ as planned$/u)
    await raw.delete('drafts.launch-kelvane')
    await opened().people.pageAt('author', path)
    await page.getByTestId('document-panel-scroller').waitFor(WAIT)
  })

  test('a text is emptied, and is then not there', async () => {
    await field('title').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Tab')
    await expect.poll(draftTitle, WAIT).toBeNull()
    expect(await saved(`drafts.${ID}`, '_id')).toBe(`drafts.${ID}`)
  })

  test('a text in a list is emptied without its neighbour taking its place', async () => {
    const id = 'product-typed'
    await raw.create({
      _id: `drafts.${id}`,
      _type: 'product',
      name: 'Trial pad',
      contraindications: ['Open wounds.', 'Burns.'],
    })
    await opened().people.pageAt('author', `/structure/product;${id}`)
    await page.getByTestId('group-tab-risk').click(WAIT)
    const texts = page.getByTestId('field-contraindications').locator('input, textarea')
    await expect.poll(() => texts.count(), WAIT).toBe(2)
    await expect.poll(() => texts.first().isEditable(), WAIT).toBe(true)
    await texts.first().fill('')
    await expect
      .poll(() => saved(`drafts.${id}`, 'contraindications'), WAIT)
      .toEqual(['', 'Burns.'])
    await page.keyboard.type('Wounds.', PACE)
    await expect
      .poll(() => saved(`drafts.${id}`, 'contraindications'), WAIT)
      .toEqual(['Wounds.', 'Burns.'])
  })
}
