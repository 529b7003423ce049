import {AxeBuilder} from '@axe-core/playwright'
import type {Page} from 'playwright-core'
import {beforeAll, expect, test} from 'vitest'
import type {OpenHouse} from '../openStudio.ts'
import {WAIT, type Opened, type People} from '../people.ts'

const SLIDE = 'slide-02'
/** What a person listed. */
const LISTED = 'claim-012'
const CITED = 'claim-009'

interface SlideDraft {
  claims: {_ref: string}[]
  body: {
    markDefs: {_key: string; claim: {_ref: string}}[]
    children: {text: string; marks: string[]}[]
  }[]
}

/** An author ties words of a slide to a claim, by keyboard: the list of claims beside the text fills itself. */
export function citing(opened: Opened): void {
  let house: OpenHouse
  let people: People
  let page: Page

  beforeAll(async () => {
    ;({house, people} = opened())
    page = await people.pageAt('author', `/structure/deckSlide;${SLIDE}`)
    await page.getByTestId('document-panel-scroller').waitFor(WAIT)
  })

  const draft = () => people.raw<SlideDraft | null>('*[_id == $id][0]', {id: `drafts.${SLIDE}`})

  /** Selects a line that states no claim yet; a form that is still being read takes nothing. */
  async function selectWords(): Promise<void> {
    const words = page.getByTestId('field-body').getByText('Chart audit in three hospitals')
    await expect
      .poll(async () => {
        await words.click(WAIT)
        await page.keyboard.press('End')
        await page.keyboard.press('Shift+Home')
        return page.evaluate(() => getSelection()?.toString())
      }, WAIT)
      .toMatch(/^Chart audit in three hospitals/u)
  }

  test('words are selected, a claim is found by what is typed, and chosen with Enter', async () => {
    await selectWords()
    await page
      .getByTestId('field-body')
      .getByRole('button', {name: 'Claim', exact: true})
      .click(WAIT)
    const search = page.getByRole('combobox', {name: 'Find a claim'})
    await search.waitFor(WAIT)
    await page.keyboard.type('set-up 51')
    const found = page.getByRole('listbox', {name: 'Claims'}).getByRole('option', {selected: true})
    await expect.poll(() => found.getAttribute('data-code'), WAIT).toBe('CLM-009')
    await page.keyboard.press('Enter')
    await search.waitFor({state: 'detached', ...WAIT})
  })

  test('the draft has the citation and the claim in its list, beside what a person listed', async () => {
    await expect
      .poll(async () => (await draft())?.claims.map(({_ref}) => _ref), WAIT)
      .toEqual([LISTED, CITED])
    const cited = (await draft())?.body.flatMap(({markDefs, children}) =>
      markDefs
        .filter(({claim}) => claim._ref === CITED)
        .flatMap(({_key}) => children.filter(({marks}) => marks.includes(_key))),
    )
    expect(cited?.map(({text}) => text)[0]).toMatch(/^Chart audit in three hospitals/u)
  })

  test('the words show the code and where the claim stands', async () => {
    await page.locator(`[data-cited="${CITED}"]`).hover(WAIT)
    const shown = page.getByTestId('cited-on-hover').filter({hasText: 'CLM-009'})
    await expect.poll(() => shown.textContent(), WAIT).toMatch(/^CLM-009\s*In force/u)
  })

  test('paragraphs that are pasted with their citations bring their claims into the list', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    page = await people.pageAt('author', '/structure/deckSlide;slide-08')
    const source = page.getByTestId('field-body').locator('[data-cited="claim-006"]').first()
    await expect
      .poll(async () => {
        await source.click(WAIT)
        await page.keyboard.press('Escape')
        await page.keyboard.press('Home')
        for (let line = 0; line < 3; line++) await page.keyboard.press('Shift+ArrowDown')
        await page.keyboard.press('ControlOrMeta+c')
        return page.evaluate(() => getSelection()?.toString())
      }, WAIT)
      .toContain('9/1,248')
    page = await people.pageAt('author', `/structure/deckSlide;${SLIDE}`)
    await selectWords()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+v')
    await expect
      .poll(async () => (await draft())?.claims.map(({_ref}) => _ref), WAIT)
      .toEqual([LISTED, CITED, 'claim-006', 'claim-007'])
  })

  test('a coach picks the wording that was due and the level that was reached, and types neither', async () => {
    const observation = 'observation-of-today'
    await house.running.clientFor('author').create({
      _id: `drafts.${observation}`,
      _type: 'fieldObservation',
      rubric: {_type: 'reference', _ref: 'rubric-kelvane'},
      messages: [
        {
          _key: 'first',
          _type: 'observedMessage',
          anchor: {_type: 'reference', _ref: 'claim-004'},
        },
      ],
    })
    page = await people.pageAt('author', `/structure/fieldObservation;${observation}`)
    await page.getByRole('tab', {name: 'Messages'}).click(WAIT)
    await page.getByTestId('field-messages').getByText('CLM-004').click(WAIT)
    const wordings = page.getByTestId('wordings')
    const inForce = wordings.locator('label').filter({hasText: 'In force'})
    await inForce.getByText('93.0% (1,161/1,248)').waitFor(WAIT)
    // What nobody has chosen yet is no fault.
    const unknown = page.getByText(/is none of the newest wordings|is no level that/u)
    expect(await unknown.count()).toBe(0)
    await inForce.getByRole('radio').check(WAIT)
    const picked = () =>
      people.raw<string | null>('*[_id == $id][0].messages[0].fingerprint', {
        id: `drafts.${observation}`,
      })
    await expect.poll(picked, WAIT).not.toBeNull()
    expect(await picked()).toBe(
      await people.raw<string>('*[_id == "seal-claim-004"][0].accepts[0].fingerprint'),
    )

    const levels = page.getByTestId('levels')
    const offered = await people.raw<string[]>(
      '*[_id == "rubric-kelvane"][0].criteria[anchor._ref == "claim-004"].levels[].label',
    )
    expect(offered.length).toBeGreaterThan(3)
    await expect.poll(() => levels.getByRole('radio').count(), WAIT).toBe(offered.length)
    expect(await unknown.count()).toBe(0)
    await levels.locator('label').nth(2).getByRole('radio').check(WAIT)
    await expect
      .poll(
        () =>
          people.raw<string>('*[_id == $id][0].messages[0].level', {id: `drafts.${observation}`}),
        WAIT,
      )
      .toBe(offered[2])
    const axe = new AxeBuilder({page})
    const {violations} = await axe
      .include('[data-testid="wordings"]')
      .include('[data-testid="levels"]')
      .analyze()
    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([])
  })
}
