import {AxeBuilder} from '@axe-core/playwright'
import type {Page, Request} from 'playwright-core'
import {beforeAll, expect, test} from 'vitest'
import {STORED_QUERY} from '../../../studio/structure/states.ts'
import type {OpenHouse} from '../openStudio.ts'
import {settled, seriousFaults} from '../seriousFaults.ts'
import {WAIT, type Opened, type People} from '../people.ts'

const LAUNCH = 'launch-of-the-structure'

/** Whoever looks for a document finds it: by its launch, by where it stands, and by every link that leads to it. */
export function structure(opened: Opened): void {
  let house: OpenHouse
  let people: People

  beforeAll(async () => {
    ;({house, people} = opened())
    await house.running
      .clientFor('administrator')
      .create({_id: LAUNCH, _type: 'launch', title: 'A launch without anything in it'})
  })

  const listed = (page: Page) => page.getByTestId('document-list-pane').last().locator('a')

  test('what is created in a launch belongs to it, and its form stays while the lists around it change', async () => {
    const page = await people.pageAt('author', `/structure/launches;${LAUNCH};deck`)
    await page.getByRole('link', {name: 'Create the first'}).click(WAIT)
    const title = page.getByTestId('field-title').locator('input')
    await title.fill('The first deck', WAIT)
    await expect.poll(() => listed(page).allTextContents(), WAIT).toEqual(['The first deck'])
    expect(await title.inputValue()).toBe('The first deck')
    expect(await people.raw('*[_type == "deck"][title == "The first deck"].launch._ref')).toEqual([
      LAUNCH,
    ])
  })

  test('the library tells what is in force from what is only a draft', async () => {
    const page = await people.pageAt('author', '/structure/library;deck;unpublished')
    await expect.poll(() => listed(page).allTextContents(), WAIT).toEqual(['The first deck'])
    const inForce = await people.portal.fetch<number>('count(*[_type == "deckSlide"])')
    await people.pageAt('author', '/structure/library;deckSlide;inForce')
    await expect.poll(() => listed(page).count(), WAIT).toBe(inForce)
  })

  test('a link opens the document in its place, and reads none of the lists that it passes', async () => {
    const asked: string[] = []
    const open = await people.pageAt('author', '/structure')
    const note = (request: Request) => {
      asked.push(new URL(request.url()).searchParams.get('query') ?? '')
    }
    open.on('request', note)
    const ofLists = () => asked.filter((query) => query === STORED_QUERY)
    const page = await people.pageAt('author', '/intent/edit/id=slide-03;type=deckSlide/')
    await page.getByTestId('field-headline').waitFor(WAIT)
    expect(new URL(page.url()).pathname).toBe('/structure/library;deckSlide;all;slide-03')
    await expect.poll(() => listed(page).count(), WAIT).toBeGreaterThan(0)
    expect(ofLists()).toEqual([])
    // It is what such a list asks once it is looked at.
    await people.pageAt('author', '/structure/library;deckSlide;inForce')
    await expect.poll(() => ofLists().length, WAIT).toBe(1)
    open.off('request', note)
    await people.pageAt('author', '/structure/claim;claim-004')
    await page.getByTestId('field-statement').waitFor(WAIT)
  })

  test.each([
    [
      'a launch with its lists',
      '/structure/launches;launch-kelvane;deckSlide',
      '[data-testid="document-list-pane"] a',
    ],
    [
      'a document beside its list',
      '/structure/library;deckSlide;all;slide-03',
      '[data-testid="field-headline"]',
    ],
    ['the list of checkpoints', '/checkpoints', '[data-testid="tool-page"] a'],
  ])('%s has no serious fault that axe finds, on the whole page', async (_, path, read) => {
    const page = await people.pageAt('author', path)
    await page.locator(read).first().waitFor(WAIT)
    await settled(page)
    const axe = () => new AxeBuilder({page}).options({resultTypes: ['violations']})
    await expect.poll(() => seriousFaults(axe()), WAIT).toEqual([])
    await page.emulateMedia({colorScheme: 'dark'})
    await settled(page)
    await expect.poll(() => seriousFaults(axe().withRules(['color-contrast'])), WAIT).toEqual([])
    await page.emulateMedia({colorScheme: null})
  })

  test('the records of the gate are for administrators, and nothing is created among them', async () => {
    const author = await people.pageAt('author', '/structure')
    await author.getByRole('link', {name: 'Library', exact: true}).waitFor(WAIT)
    expect(await author.getByRole('link', {name: 'Gate', exact: true}).count()).toBe(0)
    const page = await people.pageAt('administrator', '/structure/gate;review')
    await expect.poll(() => listed(page).count(), WAIT).toBeGreaterThan(0)
    expect(await page.getByTestId('action-intent-button').count()).toBe(0)
  })
}
