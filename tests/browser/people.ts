import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import {expect} from 'vitest'
import {ALIGNED_ASSETS_QUERY} from '../../plugins/claim-gate/delivery/index.ts'
import {ALIGNMENT_INSPECTOR} from '../../plugins/claim-gate/inspector/useOpenAlignment.ts'
import type {OpenHouse} from './openStudio.ts'

export const WAIT = {timeout: 30_000}
/** Between two tries the page must have had time to answer. */
export const PATIENT = {timeout: 45_000, interval: 1500}

/** Chromium tells of the refusal that is expected: who may only sign leaves the seal to the sealer. */
export const SEAL_REFUSED =
  'console: Failed to load resource: the server responded with a status of 403 (Forbidden)'

/** What Chromium tells of an answer by which a test refuses in the lake's place. */
export const ASKED_IN_VAIN =
  'console: Failed to load resource: the server responded with a status of 400 (Bad Request)'

/** What people do in the Studio, and what the lake then holds. */
export interface People {
  /** A client that sees what a downstream site sees. */
  portal: SanityClient
  /** A place of the Studio, in the one page in which each persona works. */
  pageAt(persona: string, path: string): Promise<Page>
  /** Opens a document with the Alignment inspector beside it, in the persona's page. */
  visit(persona: string, type: string, id: string): Promise<Page>
  /** Opens a document and signs it in every role of the persona's that is offered first. */
  sign(persona: string, type: string, id: string): Promise<void>
  /** Writes into a field until the lake has it: a form that is still being read takes nothing. */
  write(page: Page, id: string, field: string, text: string): Promise<void>
  publish(page: Page): Promise<void>
  /** Edits a draft behind the Studio's back, as the author. */
  edit(id: string, set: Record<string, unknown>): Promise<unknown>
  raw<T>(query: string, params?: Record<string, unknown>): Promise<T>
  reviewCount(): Promise<number>
  isDelivered(id: string): Promise<boolean>
}

/** A house that is open already, and those who work in it. */
export type Opened = () => {house: OpenHouse; people: People}

export const stateOf = (page: Page): Promise<string | null> =>
  page.getByTestId('alignment-state').getAttribute('data-state')

export const dialogButton = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', {name, exact: true})

/** Goes to a place of the Studio without loading it anew, as its links do; the document that is open is left first. */
async function goTo(page: Page, path: string): Promise<void> {
  for (const place of ['/structure', path]) {
    await page.evaluate((to) => {
      history.pushState({}, '', to)
      dispatchEvent(new PopStateEvent('popstate', {state: history.state}))
    }, place)
    if (place !== path)
      await page.getByTestId('document-panel-scroller').waitFor({state: 'detached', ...WAIT})
  }
}

export function peopleOf(house: OpenHouse): People {
  const portal = house.running.clientFor('owner').withConfig({perspective: 'published'})
  const raw = <T>(query: string, params: Record<string, unknown> = {}) =>
    portal.fetch<T>(query, params, {perspective: 'raw'})
  const pages = new Map<string, Page>()
  const pageAt = async (persona: string, path: string): Promise<Page> => {
    const open = pages.get(persona)
    if (open) {
      await goTo(open, path)
      return open
    }
    const page = await house.pageFor(persona)
    pages.set(persona, page)
    page.once('close', () => pages.delete(persona))
    await page.goto(`${house.studio.url}${path}`)
    return page
  }
  const visit = async (persona: string, type: string, id: string): Promise<Page> => {
    const path = `/structure/${type};${id}%2Cinspect%3D${ALIGNMENT_INSPECTOR}`
    const page = await pageAt(persona, path)
    await page.getByTestId('document-panel-scroller').waitFor(WAIT)
    await page.getByTestId('alignment-state').waitFor(WAIT)
    await expect
      .poll(() => page.getByText(/^(?:Asking|Looking|Comparing)…$/u).count(), WAIT)
      .toBe(0)
    return page
  }
  return {
    portal,
    raw,
    pageAt,
    visit,
    async sign(persona, type, id) {
      const page = await visit(persona, type, id)
      await page.getByRole('button', {name: 'Approve…'}).click(WAIT)
      await dialogButton(page, 'Sign').click(WAIT)
      await page.getByText('You have signed this').waitFor(WAIT)
    },
    async write(page, id, field, text) {
      const input = page.getByTestId(`field-${field}`).locator('textarea')
      await expect
        .poll(async () => {
          if ((await input.inputValue()) !== text) await input.fill(text)
          return raw(`*[_id == $id][0].${field}`, {id: `drafts.${id}`})
        }, PATIENT)
        .toBe(text)
    },
    async publish(page) {
      const button = page.getByRole('button', {name: 'Publish', exact: true})
      await expect
        .poll(async () => (await button.isVisible()) && (await button.isEnabled()), WAIT)
        .toBe(true)
      await button.click()
    },
    edit: (id, set) =>
      house.running.clientFor('author').action({
        actionType: 'sanity.action.document.edit',
        draftId: `drafts.${id}`,
        publishedId: id,
        patch: {set},
      }),
    reviewCount: () => raw<number>('count(*[_type == "review"])'),
    async isDelivered(id) {
      const assets = await portal.fetch<{_id: string}[]>(ALIGNED_ASSETS_QUERY, {type: 'deckSlide'})
      return assets.some(({_id}) => _id === id)
    },
  }
}
