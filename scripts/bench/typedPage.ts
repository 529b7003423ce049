import {chromium, type Page} from 'playwright-core'
import {findChromium} from '../chromium.js'

export interface TypedPages {
  /** A page that reaches this machine only; with a token, of somebody who is signed in to the Studio. */
  open(token?: string): Promise<Page>
  close(): Promise<void>
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost',
]
const VIEWPORT = {width: 1600, height: 1000}
const TOKEN_KEY = '__studio_auth_token_throughline'

/**
 * Starts Chromium as people have it, its code optimised.
 * @throws Error when there is none on this machine.
 */
export async function openTypedPages(): Promise<TypedPages> {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('No Chromium was found: run npm test, which sees to it, or set CHROMIUM_PATH')
  const browser = await chromium.launch({executablePath, args: FLAGS})
  return {
    async open(token) {
      const context = await browser.newContext({viewport: VIEWPORT, reducedMotion: 'reduce'})
      if (token !== undefined)
        await context.addInitScript(
          ([key, value]) => {
            if (location.protocol.startsWith('http')) localStorage.setItem(key, value)
          },
          [TOKEN_KEY, JSON.stringify({token, time: new Date().toISOString()})] as const,
        )
      return context.newPage()
    },
    close: () => browser.close(),
  }
}

/** Begins to write down how long each key takes from being pressed to the frame that shows it. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const lags: number[] = []
    Object.assign(globalThis, {lags})
    addEventListener(
      'keydown',
      ({timeStamp}) =>
        requestAnimationFrame(() => {
          // What is sent now arrives when the frame has been drawn.
          const {port1, port2} = new MessageChannel()
          port1.addEventListener('message', () => lags.push(performance.now() - timeStamp))
          port1.start()
          port2.postMessage(0)
        }),
      {capture: true},
    )
  })
}

/** Types letters at a steady pace; gives each key's milliseconds. */
export async function typeKeys(page: Page, keys: number, paceMs: number): Promise<number[]> {
  const before = (await readKeys(page)).length
  await page.keyboard.type('measured words '.repeat(keys).slice(0, keys), {delay: paceMs})
  await page.waitForFunction((count) => {
    const lags: unknown = Reflect.get(globalThis, 'lags')
    return Array.isArray(lags) && lags.length >= count
  }, before + keys)
  return (await readKeys(page)).slice(before)
}

async function readKeys(page: Page): Promise<number[]> {
  const lags = await page.evaluate((): unknown => Reflect.get(globalThis, 'lags'))
  return Array.isArray(lags) ? lags.map(Number) : []
}
