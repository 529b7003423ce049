import {chromium, type Browser, type BrowserContext} from 'playwright-core'
import {findChromium} from './chromium.js'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  // Nothing but this machine is found; a route of Playwright's would also switch off the cache.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost',
]
const VIEWPORT = {width: 1600, height: 1000}
const TOKEN_KEY = '__studio_auth_token_throughline'

/**
 * Starts a Chromium that reaches this machine only.
 * @throws Error when there is none on this machine.
 */
export function openChromium(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('No Chromium was found: run npm test, which sees to it, or set CHROMIUM_PATH')
  return chromium.launch({executablePath, args: [...FLAGS, ...flags]})
}

/** A browser profile of its own; with a token, of somebody who is signed in to the Studio. */
export async function openProfile(browser: Browser, token?: string): Promise<BrowserContext> {
  // Who asks for less motion gets the same Studio; without it a software renderer draws fades at 60 frames a second.
  const context = await browser.newContext({viewport: VIEWPORT, reducedMotion: 'reduce'})
  if (token !== undefined)
    await context.addInitScript(
      ([key, value]) => {
        // Pages without an origin have no storage.
        if (location.protocol.startsWith('http')) localStorage.setItem(key, value)
      },
      [TOKEN_KEY, JSON.stringify({token, time: new Date().toISOString()})] as const,
    )
  return context
}
