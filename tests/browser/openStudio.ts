import {chromium, type Browser, type BrowserContext, type Page} from 'playwright-core'
import {afterEach, inject} from 'vitest'
import {findChromium} from '../../scripts/chromium.js'
import type {RunningLake} from '../../scripts/lake/runLake.ts'
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
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages live for seconds here: optimising their code costs more than it saves (a sixth of a first page's time).
  '--js-flags=--max-lazy --no-maglev --no-turbofan',
  // Nothing but this machine is found; a route of Playwright's would also switch off the cache.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost',
]
const VIEWPORT = {width: 1600, height: 1000}
/** The start of a page says what became of it. */
const PAGE_START = 600
const TOKEN_KEY = '__studio_auth_token_throughline'

/** What this file of tests has opened. */
const houses: Pick<OpenHouse, 'browser' | 'complaints'>[] = []

afterEach(async ({task}) => {
  if (task.result?.state !== 'fail') return
  for (const {browser, complaints} of houses) await tell(browser, complaints())
})

export async function openHouse(): Promise<OpenHouse> {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('No Chromium was found: run npm test, which sees to it, or set CHROMIUM_PATH')
  const running = await runDemo()
  const {lake, accounts} = running
  const studio = await serveStudio({
    studio: inject('studio'),
    lakeUrl: lake.url,
    projectId: lake.projectId,
    dataset: lake.dataset,
    port: 0,
  })
  const browser = await chromium.launch({executablePath, args: FLAGS})
  const seen: string[] = []
  const contexts = new Map<string, Promise<BrowserContext>>()
  const contextFor = async (persona: string): Promise<BrowserContext> => {
    // Who asks for less motion gets the same Studio; without it a software renderer draws fades at 60 frames a second.
    const context = await browser.newContext({viewport: VIEWPORT, reducedMotion: 'reduce'})
    const token = accounts.find(({id}) => id === persona)?.token ?? ''
    await context.addInitScript(
      ([key, value]) => {
        // Pages without an origin have no storage.
        if (location.protocol.startsWith('http')) localStorage.setItem(key, value)
      },
      [TOKEN_KEY, JSON.stringify({token, time: new Date().toISOString()})] as const,
    )
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
