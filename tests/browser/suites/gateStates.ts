import type {Page, Route} from 'playwright-core'
import {beforeAll, describe, expect, test} from 'vitest'
import {ALIGNMENT_INSPECTOR} from '../../../plugins/claim-gate/inspector/useOpenAlignment.ts'
import {expectReadable} from '../seriousFaults.ts'
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

  test.each([
    ['Incidents', 'administrator', '/incidents', '"incident"', 'Incidents cannot be read'],
    ['Checkpoints', 'author', '/checkpoints', '"checkpoint"', 'Checkpoints cannot be read'],
    ['Reviews', 'author', '/reviews', '"review"', 'What waits for you cannot be read'],
    ['Alignment', 'author', inspectorOf('claim', 'claim-001'), '"review"', 'cannot be judged'],
  ])('%s, whose query is refused, says so and asks again', async (_of, who, path, asked, title) => {
    let refused = 0
    const refuse = async (route: Route): Promise<void> => {
      const sent = `${new URL(route.request().url()).search} ${route.request().postData() ?? ''}`
      const isAsked = decodeURIComponent(sent).replaceAll('\\"', '"').includes(asked)
      if (isAsked) refused += 1
      await (isAsked ? route.fulfill(REFUSED) : route.fallback())
    }
    await open(who, '/structure')
    await page.route(QUERIES, refuse)
    await open(who, path)
    const alert = page.getByRole('alert').filter({hasText: title})
    await alert.getByText('No answer today').waitFor(WAIT)
    // All say it alike.
    if (path === '/reviews') await expectReadable(page, '[role="alert"]')
    const before = refused
    await alert.getByRole('button', {name: 'Try again'}).click(WAIT)
    await expect.poll(() => refused, WAIT).toBeGreaterThan(before)
    await alert.getByText('No answer today').waitFor(WAIT)
    await page.unroute(QUERIES, refuse)
    // A page that watches its documents may have asked again by itself.
    const again = async (): Promise<number> => {
      const button = alert.getByRole('button', {name: 'Try again'})
      if (await button.isVisible()) await button.click({timeout: 2000}).catch(() => undefined)
      return alert.count()
    }
    await expect.poll(again, WAIT).toBe(0)
  })

  test('what waits is asked for again where it could not be read who somebody is', async () => {
    await open('regulatory', '/reviews')
    const tool = page.getByTestId('tool-page')
    await tool.waitFor(WAIT)
    const asksWho = (url: URL): boolean => url.search.includes('accountId')
    await page.route(asksWho, (route) => route.fulfill(REFUSED))
    await open('regulatory', '/checkpoints')
    await open('regulatory', '/reviews')
    await tool.getByRole('alert').getByText('No answer today').waitFor(WAIT)
    await page.unroute(asksWho)
    await page.getByRole('button', {name: 'Try again'}).click(WAIT)
    // Toasts are alerts too, and what was done before may still be told in one.
    await tool.getByRole('alert').waitFor({state: 'detached', ...WAIT})
    await expect
      .poll(async () => (await tool.getByRole('link').allTextContents()).join(' '), WAIT)
      .toContain('CLM-004')
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
      await expectReadable(page, '[data-testid="tool-page"]')
    })

    test('Alignment says so of a document of which nothing is written', async () => {
      await open('author', inspectorOf('claim', 'claim-unwritten'))
      const panel = page.getByTestId('alignment-panel')
      await expect.poll(() => panel.textContent(), WAIT).toContain('There is nothing to judge yet')
      await expectReadable(page, '[data-testid="alignment-panel"]')
    })
  })
}
