import {setTimeout as sleep} from 'node:timers/promises'
import type {Page, Request} from 'playwright-core'

const QUIET_MS = 1000
const PATIENT_MS = 90_000

/** A stream stays open for as long as the page does. */
const isAnswered = (request: Request): boolean => !/\/data\/(?:listen|live)\b/u.test(request.url())

/**
 * Resolves once a page has asked for nothing, and waited for no answer, for a second; begins to look at once.
 * @throws Error when that has not come after 90 seconds.
 */
export function watchRequests(page: Page): () => Promise<void> {
  const pending = new Set<Request>()
  let changedAt = Date.now()
  const note = (request: Request, isPending: boolean): void => {
    if (!isAnswered(request)) return
    if (isPending) pending.add(request)
    else pending.delete(request)
    changedAt = Date.now()
  }
  page.on('request', (request) => note(request, true))
  page.on('requestfinished', (request) => note(request, false))
  page.on('requestfailed', (request) => note(request, false))
  return async () => {
    const until = Date.now() + PATIENT_MS
    while (pending.size > 0 || Date.now() - changedAt < QUIET_MS) {
      if (Date.now() > until)
        throw new Error(
          `The page still asks for ${[...pending].map((each) => each.url()).join(', ')}`,
        )
      await sleep(QUIET_MS / 10)
    }
  }
}
