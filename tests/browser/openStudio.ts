import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterEach, inject} from 'vitest'
import type {RunningLake} from '../../scripts/lake/runLake.ts'
import {openChromium, openProfile} from '../../scripts/openChromium.ts'
import {serveStudio, type ServedStudio} from '../../scripts/start/serveStudio.ts'
import {runDemo} from '../support/runDemo.ts'
import {recordQueries} from './recordQueries.ts'

/** The whole house on free ports: lake, sealer, demo launch, Studio and a browser that reaches nothing else. */
export interface OpenHouse {
  running: RunningLake
  studio: ServedStudio
  browser: Browser
  /** A new page of a persona that is signed in; all pages of one persona share its browser profile. */
  pageFor(persona: string): Promise<Page>
  /** What must stay empty: errors in the console, requests to elsewhere, endpoints that the lake does not know. */
  complaints(): readonly string[]
  close(): Promise<void>
}

const FLAGS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages live for seconds here: optimising their code costs more than it saves (a sixth of a first page's time).
  '--js-flags=--max-lazy --no-maglev --no-turbofan',
]
/** The start of a page says what became of it. */
const PAGE_START = 600

/** What this file of tests has opened. */
const houses: Pick<OpenHouse, 'browser' | 'complaints'>[] = []

afterEach(async ({task}) => {
  if (task.result?.state !== 'fail') return
  for (const {browser, complaints} of houses) await tell(browser, complaints())
})

/** With the address of a second factor, which is then asked before anything is signed. */
export async function openHouse(secondFactor = ''): Promise<OpenHouse> {
  const browser = await openChromium(FLAGS)
  const running = await runDemo()
  const {lake, accounts} = running
  const studio = await serveStudio({
    studio: inject('studio'),
    lakeUrl: lake.url,
    projectId: lake.projectId,
    dataset: lake.dataset,
    secondFactor,
    port: 0,
  })
  const seen: string[] = []
  const contexts = new Map<string, Promise<BrowserContext>>()
  const contextFor = async (persona: string): Promise<BrowserContext> => {
    const token = accounts.find(({id}) => id === persona)?.token ?? ''
    const context = await openProfile(browser, token)
    watch(context, seen)
    recordQueries(context)
    return context
  }
  const complaints = (): readonly string[] => [...seen, ...lake.ledger.unknown]
  houses.push({browser, complaints})
  return {
    running,
    studio,
    browser,
    async pageFor(persona) {
      const context = contexts.get(persona) ?? contextFor(persona)
      contexts.set(persona, context)
      return (await context).newPage()
    },
    complaints,
    async close() {
      await browser.close()
      await studio.close()
      await running.close()
    },
  }
}

/** Of a test that failed: what the browser had complained of by then, and what stands on every page. */
async function tell(browser: Browser, complaints: readonly string[]): Promise<void> {
  const lines = ['complaints:', ...complaints]
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    const text = await page
      .locator('body')
      .innerText({timeout: 2000})
      .catch((error: unknown) => `cannot be read: ${String(error)}`)
    lines.push(`${page.url()}:`, text.slice(0, PAGE_START))
  }
  // oxlint-disable-next-line no-console -- read by whoever looks for why it failed
  console.info(lines.join('\n'))
}

/** Writes down whatever the browser complains of, and every request to elsewhere, which its flags let nowhere. */
function watch(context: BrowserContext, seen: string[]): void {
  context.on('request', (request) => {
    const {hostname, href, protocol} = new URL(request.url())
    const isHere = !protocol.startsWith('http') || /(^|\.)localhost$/u.test(hostname)
    if (!isHere) seen.push(`request to elsewhere: ${href}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => seen.push(`page: ${error.error().message}`))
}
