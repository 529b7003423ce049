import {AxeBuilder} from '@axe-core/playwright'
import type {Page, Route} from 'playwright-core'
import {beforeAll, describe, expect, test} from 'vitest'
import {ALIGNMENT_INSPECTOR} from '../../../plugins/claim-gate/inspector/useOpenAlignment.ts'
import {seriousFaults, settled} from '../seriousFaults.ts'
import {WAIT, type Opened} from '../people.ts'

const QUERIES = '**/data/query/**'
const REFUSED = {status: 400, json: {error: {description: 'No answer today'}}}
const inspectorOf = (type: string, id: string): string =>
  `/structure/${type};${id}%2Cinspect%3D${ALIGNMENT_INSPECTOR}`

/** The screens of the gate where nothing can be read, and where there is nothing. Takes away what later parts would need. */
export function gateStates(opened: Opened): void {
  let page: Page

  async function open(persona: string, path: string): Promise<void> {
    page = await opened().people.pageAt(persona, path)
  }

  async function expectReadable(part: string): Promise<void> {
    const axe = () => new AxeBuilder({page}).include(part)
    await settled(page)
    await expect.poll(() => seriousFaults(axe()), WAIT).toEqual([])
    await page.emulateMedia({colorScheme: 'dark'})
    await settled(page)
    await expect.poll(() => seriousFaults(axe().withRules(['color-contrast'])), WAIT).toEqual([])
    await page.emulateMedia({colorScheme: null})
  }

  test.each([
    ['Incidents', 'administrator', '/incidents', '"incident"', 'Incidents cannot be read'],
    ['Checkpoints', 'author', '/checkpoints', '"checkpoint"', 'Checkpoints cannot be read'],
    ['Reviews', 'author', '/reviews', '"review"', 'What waits for you cannot be read'],
    ['Alignment', 'author', inspectorOf('claim', 'claim-001'), '"review"', 'cannot be judged'],
  ])('%s, whose query is refused, says so and asks again', async (_of, who, path, asked, title) => {
    const refuse = async (route: Route): Promise<void> => {
      const sent = `${new URL(route.request().url()).search} ${route.request().postData() ?? ''}`
      const isAsked = decodeURIComponent(sent).replaceAll('\\"', '"').includes(asked)
      await (isAsked ? route.fulfill(REFUSED) : route.fallback())
    }
    await open(who, '/structure')
    await page.route(QUERIES, refuse)
    await open(who, path)
    const alert = page.getByRole('alert').filter({hasText: title})
    await alert.getByText('No answer today').waitFor(WAIT)
    // All say it alike.
    if (path === '/reviews') await expectReadable('[role="alert"]')
    await page.unroute(QUERIES, refuse)
    await alert.getByRole('button', {name: 'Try again'}).click(WAIT)
    await expect.poll(() => alert.count(), WAIT).toBe(0)
  })

  describe('where there is nothing', () => {
    beforeAll(async () => {
      const raw = opened().house.running.clientFor('administrator')
      await raw.delete({
        query: '*[_type in ["incident", "checkpoint"] || _id in path("drafts.**")]',
      })
    })

    test.each([
      ['Incidents', 'administrator', '/incidents', 'Nothing was published past the gate'],
      ['Checkpoints', 'author', '/checkpoints', 'No checkpoint is open'],
      ['Reviews', 'legal', '/reviews', 'Nothing waits for you.'],
    ])('%s says so', async (_of, who, path, words) => {
      await open(who, path)
      await expect.poll(() => page.getByTestId('tool-page').textContent(), WAIT).toContain(words)
      await expectReadable('[data-testid="tool-page"]')
    })

    test('Alignment says so of a document of which nothing is written', async () => {
      await open('author', inspectorOf('claim', 'claim-unwritten'))
      const panel = page.getByTestId('alignment-panel')
      await expect.poll(() => panel.textContent(), WAIT).toContain('There is nothing to judge yet')
      await expectReadable('[data-testid="alignment-panel"]')
    })
  })
}
