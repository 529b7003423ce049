import {AxeBuilder} from '@axe-core/playwright'
import type {Page} from 'playwright-core'
import {beforeAll, expect, test} from 'vitest'
import {WAIT, type Opened} from '../people.ts'

/** The gate's own screens by keyboard alone, and as assistive technology finds them, in both colour schemes. */
export function keyboard(opened: Opened): void {
  let page: Page

  beforeAll(async () => {
    page = await opened().people.pageAt('medical', '/structure/claim;claim-004')
    await page.getByTestId('document-panel-scroller').waitFor(WAIT)
  })

  /** Moves the focus with Tab until it stands on the element with this name. */
  async function tabTo(name: string): Promise<void> {
    await expect
      .poll(
        async () => {
          await page.keyboard.press('Tab')
          return page.evaluate(() => {
            const focused = document.activeElement
            return focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
          })
        },
        {timeout: 30_000, interval: 10},
      )
      .toBe(name)
  }

  test('a medical reviewer opens Alignment and signs the draft of CLM-004 without a mouse', async () => {
    await page.getByRole('button', {name: 'Alignment', exact: true}).waitFor(WAIT)
    await tabTo('Alignment')
    await page.keyboard.press('Enter')
    await page.getByRole('button', {name: 'Approve…'}).waitFor(WAIT)
    await tabTo('Approve…')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor(WAIT)
    expect(await page.getByRole('dialog').textContent()).toContain('Approved for medical accuracy')
    await tabTo('Sign')
    await page.keyboard.press('Enter')
    await page.getByText('You have signed this').waitFor(WAIT)
    expect(await page.getByTestId('signature-medical').textContent()).toContain('Ines Adler')
  })

  test.each(['light', 'dark'] as const)(
    'the inspector has no fault that axe finds, in %s',
    async (colorScheme) => {
      await page.emulateMedia({colorScheme})
      const {violations} = await new AxeBuilder({page})
        .include('[data-testid="alignment-panel"]')
        .analyze()
      expect(
        violations.map(
          ({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 120)).join(' | ')}`,
        ),
      ).toEqual([])
    },
  )
}
