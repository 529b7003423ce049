import {AxeBuilder} from '@axe-core/playwright'
import type {Page} from 'playwright-core'
import {expect} from 'vitest'
import {WAIT} from './people.ts'

/** Parts that the Studio names, or corrects, a moment after they have appeared. */
const NOT_YET = [
  '[data-ui="DragHandleButton"]:not([aria-label])',
  '[data-testid$="list-pane"] ul[role="listbox"]',
].join()

/** Waits until whatever has appeared is named and has the colour that it keeps: axe takes seconds for every look. */
export const settled = (page: Page): Promise<void> =>
  expect
    .poll(
      async () =>
        (await page.locator(NOT_YET).count()) +
        (await page.evaluate(
          () => document.getAnimations().filter((each) => each instanceof CSSTransition).length,
        )),
      WAIT,
    )
    .toBe(0)

/** What axe finds that keeps somebody from working, by rule and by what it stands on. */
export async function seriousFaults(axe: AxeBuilder): Promise<string[]> {
  const {violations} = await axe.analyze()
  return violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 160)).join(' | ')}`)
}

/** Axe finds nothing serious in a part of a page, once it has settled, nor in its colours in dark. */
export async function expectReadable(page: Page, part: string): Promise<void> {
  const axe = () => new AxeBuilder({page}).include(part)
  await settled(page)
  await expect.poll(() => seriousFaults(axe()), WAIT).toEqual([])
  await expectReadableInDark(page, axe)
}

/** Axe finds nothing at all in a part of a page, which is the gate's own, nor in its colours in dark. */
export async function expectNoFault(page: Page, part: string): Promise<void> {
  const axe = () => new AxeBuilder({page}).include(part)
  await settled(page)
  const {violations} = await axe().analyze()
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([])
  await expectReadableInDark(page, axe)
}

async function expectReadableInDark(page: Page, axe: () => AxeBuilder): Promise<void> {
  await page.emulateMedia({colorScheme: 'dark'})
  await settled(page)
  await expect.poll(() => seriousFaults(axe().withRules(['color-contrast'])), WAIT).toEqual([])
  await page.emulateMedia({colorScheme: null})
}
