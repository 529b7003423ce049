import type {Page} from 'playwright-core'

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

/** Types these letters at a steady pace; gives each key's milliseconds. */
export async function typeKeys(page: Page, letters: string, paceMs: number): Promise<number[]> {
  const before = (await readKeys(page)).length
  await page.keyboard.type(letters, {delay: paceMs})
  await page.waitForFunction((count) => {
    const lags: unknown = Reflect.get(globalThis, 'lags')
    return Array.isArray(lags) && lags.length >= count
  }, before + letters.length)
  return (await readKeys(page)).slice(before)
}

async function readKeys(page: Page): Promise<number[]> {
  const lags = await page.evaluate((): unknown => Reflect.get(globalThis, 'lags'))
  return Array.isArray(lags) ? lags.map(Number) : []
}
