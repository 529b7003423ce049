import {AxeBuilder} from '@axe-core/playwright'
import type {Page} from 'playwright-core'
import {beforeAll, describe, expect, test} from 'vitest'
import {schemaTypes} from '../../../schemas/index.ts'
import {settled, seriousFaults} from '../seriousFaults.ts'
import {WAIT, type Opened, type People} from '../people.ts'

const FORM = '[data-testid="document-panel-scroller"]'
/** More than any of the forms has. */
const STOPS = 400

const WIDE = {width: 1600, height: 1000}
const NARROW = {width: 1280, height: 800}

/** The longest ones, with the document that fills them most. */
const LONGEST: readonly (readonly [string, string?])[] = [
  ['claim', 'claim-004'],
  ['evidence', 'evidence-1'],
  ['coachingRubric', 'rubric-kelvane'],
  ['lmsModule', 'module-2'],
]
const TYPES = schemaTypes.filter(({type}) => type === 'document').map(({name}) => name)
const OTHERS = TYPES.filter((name) => !LONGEST.some(([type]) => type === name))

/**
 * Forms as the demo launch fills them, the longest ones or those of every type: by keyboard alone, and as assistive
 * technology finds them.
 */
export function forms(opened: Opened, every: boolean): void {
  let people: People
  let page: Page

  beforeAll(() => {
    ;({people} = opened())
  })

  /** The field in which the focus stands, `''` in the form but in no field, `undefined` once it has left the form. */
  const focusedField = (): Promise<string | undefined> =>
    page.evaluate((form) => {
      const focused = document.activeElement
      if (!focused?.closest(form)) return undefined
      const field = focused.closest('[data-testid^="field-"]')
      return field?.getAttribute('data-testid') ?? ''
    }, FORM)

  /** Every field that is shown and has something to reach; the tabs above them are where the walk begins. */
  const shownFields = (): Promise<string[]> =>
    page.evaluate((form) => {
      const reachable =
        'input, textarea, select, button, a[href], [tabindex="0"], [contenteditable="true"]'
      return [
        ...document.querySelectorAll(
          `${form} [data-testid^="field-"]:not([data-testid="field-group-tabs"])`,
        ),
      ]
        .filter((field) =>
          [...field.querySelectorAll(reachable)].some(
            (each) =>
              each.closest('[data-testid^="field-"]') === field && !each.matches(':disabled'),
          ),
        )
        .map((field) => field.getAttribute('data-testid') ?? '')
    }, FORM)

  const formOf = (open: Page): AxeBuilder =>
    new AxeBuilder({page: open}).include(FORM).options({resultTypes: ['violations']})

  const tried = every ? [...LONGEST, ...OTHERS.map((type) => [type] as const)] : LONGEST
  describe.each(tried)('the form of a filled %s', (type, known) => {
    test('shows every field at once where that is asked for', async () => {
      const [any] = await people.raw<string[]>('*[_type == $type] | order(_id desc) ._id', {type})
      const id = known ?? any?.replace(/^drafts\./u, '') ?? ''
      page = await people.pageAt('author', `/structure/${type};${id}`)
      await page.setViewportSize(known === undefined ? NARROW : WIDE)
      const all = page.getByRole('tab', {name: 'All fields'})
      await all.click(WAIT)
      await expect.poll(() => all.getAttribute('aria-selected'), WAIT).toBe('true')
      await expect
        .poll(async () => (await shownFields()).length, WAIT)
        .toBeGreaterThan(known === undefined ? 0 : 5)
    })

    test('is walked through with Tab alone, past every field, and left again', async () => {
      const wanted = await shownFields()
      await page.getByRole('tab', {name: 'All fields'}).focus()
      const visited = new Set<string>()
      let stops = 0
      for (; stops < STOPS; stops += 1) {
        await page.keyboard.press('Tab')
        const field = await focusedField()
        if (field === undefined && visited.size > 0) break
        if (field) visited.add(field)
      }
      expect(stops).toBeLessThan(STOPS)
      expect(wanted.filter((field) => !visited.has(field))).toEqual([])
    })

    // Of the others some have no list, or one of references, which open beside the form.
    if (known !== undefined)
      test('opens and leaves a member of a list from the keyboard', async () => {
        const rows = page.locator(`${FORM} [data-testid="array-item-menu-button"]`)
        await rows.first().waitFor(WAIT)
        // Back from the menu of the first member to the member itself.
        await rows.first().focus()
        await page.keyboard.press('Shift+Tab')
        await page.keyboard.press('Enter')
        const dialog = page.getByRole('dialog')
        await dialog.waitFor(WAIT)
        await expect
          .poll(() => dialog.evaluate((open) => open.contains(document.activeElement)), WAIT)
          .toBe(true)
        await page.keyboard.press('Escape')
        await dialog.waitFor({state: 'detached', ...WAIT})
      })

    test('has no serious fault that axe finds, and is read in dark as well', async () => {
      await settled(page)
      // Of a long text axe does not see that its words can be reached, which the walk above has shown.
      const reached = known === undefined ? ['scrollable-region-focusable'] : []
      await expect.poll(() => seriousFaults(formOf(page).disableRules(reached)), WAIT).toEqual([])
      await page.emulateMedia({colorScheme: 'dark'})
      await settled(page)
      await expect
        .poll(() => seriousFaults(formOf(page).withRules(['color-contrast'])), WAIT)
        .toEqual([])
      await page.emulateMedia({colorScheme: null})
    })
  })
}
