import type {Browser, Page} from 'playwright-core'
import {PERSONAS} from '../lake/personas.ts'
import {runLake, type RunningLake} from '../lake/runLake.ts'
import {openChromium, openProfile} from '../openChromium.ts'
import {seedSize} from '../seed/seedSize.ts'
import {buildStudio} from '../start/buildStudio.ts'
import {serveStudio} from '../start/serveStudio.ts'
import type {BenchSection} from './bench.ts'
import {percentile} from './measure.ts'
import {typeKeys, watchKeys} from './typedKeys.ts'

const ASSETS = 400
/** Whoever writes modules. */
const TYPIST = 'training'
const KEYS = 80
/** Of a quick typist, between two keys. */
const PACE_MS = 60
const ROUNDS = 3
/** The first keys open a draft, and wake what sleeps. */
const FIRST_KEYS = 10
const WANTED_MS = 50
const PATIENT = {timeout: 90_000}

/** A field in which is typed: each time in a page of its own, since pages that stand open beside it take part. */
interface Typed {
  name: string
  open: () => Promise<Page>
  /** Milliseconds, one list a round. */
  rounds: number[][]
}

/** How long a key takes to be seen in the longest form, beside the shortest one and a page that holds nothing else. */
export async function* typingBench(): AsyncIterable<BenchSection> {
  const running = await runLake({port: 0})
  try {
    const {lake, model, accounts} = running
    const {assets, claims} = await seedSize(
      {
        clientFor: (id) => running.clientFor(id),
        people: PERSONAS,
        model,
        onProgress: () => undefined,
      },
      ASSETS,
    )
    await running.sealer?.settled()
    const studio = await serveStudio({
      studio: await buildStudio('.throughline', () => undefined),
      lakeUrl: lake.url,
      projectId: lake.projectId,
      dataset: lake.dataset,
      port: 0,
    })
    // As people have it, its code optimised.
    const browser = await openChromium()
    try {
      const token = accounts.find(({id}) => id === TYPIST)?.token ?? ''
      const fields = await fieldsOf(running, browser, token, studio.url)
      for (let round = 0; round < ROUNDS; round++) for (const field of fields) await type(field)
      yield {
        title: `typing with ${assets} assets and ${claims} claims, a key every ${PACE_MS} ms: from a key to the frame that shows it`,
        lines: linesOf(fields),
      }
    } finally {
      await browser.close()
      await studio.close()
    }
  } finally {
    await running.close()
  }
}

const MODULES =
  '*[_type == "lmsModule"][!(_id in path("drafts.**"))]{..., "objective": objectives[0]._key}'
const PEOPLE = '*[_type == "person"] | order(_id asc)[0]._id'

async function fieldsOf(
  running: RunningLake,
  browser: Browser,
  token: string,
  url: string,
): Promise<Typed[]> {
  const client = running.clientFor(TYPIST)
  const modules = await client.fetch<{_id: string; objective: string}[]>(MODULES)
  const longest = modules.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0]
  if (!longest) throw new Error('The demo launch has no module')
  const person = await client.fetch<string>(PEOPLE)
  const inForm = (path: string, field: string) => async (): Promise<Page> => {
    const page = await (await openProfile(browser, token)).newPage()
    await page.goto(`${url}/intent/edit/${path}`)
    const input = page.getByTestId(`field-${field}`).locator('input, textarea').first()
    await input.waitFor(PATIENT)
    await page.waitForLoadState('networkidle', PATIENT)
    await input.focus()
    await page.keyboard.press('End')
    return page
  }
  const module = `id=${longest._id};type=lmsModule`
  const objective = `objectives[_key=="${longest.objective}"].text`
  const inDialog = `${module};path=${encodeURIComponent(objective)}`
  const alone = async (): Promise<Page> => {
    const page = await (await openProfile(browser)).newPage()
    await page.setContent('<textarea autofocus></textarea>')
    await page.locator('textarea').focus()
    return page
  }
  const fields = {
    'floor: a page with a text field alone': alone,
    'the shortest form: name of a person': inForm(`id=${person};type=person`, 'name'),
    'the module: its title': inForm(module, 'title'),
    'the module: an objective, in its dialog': inForm(inDialog, objective),
  }
  return Object.entries(fields).map(([name, open]) => ({name, open, rounds: []}))
}

async function type({open, rounds}: Typed): Promise<void> {
  const page = await open()
  await watchKeys(page)
  await typeKeys(page, FIRST_KEYS, PACE_MS)
  rounds.push(await typeKeys(page, KEYS, PACE_MS))
  await page.context().close()
}

function linesOf(fields: readonly Typed[]): string[] {
  const floor = fields[0]?.rounds.map((round) => percentile(round, 0.95)) ?? []
  return fields.map(({name, rounds}) => {
    const all = rounds.flat()
    const ratios = rounds.map((round, at) => percentile(round, 0.95) / (floor[at] ?? 1))
    const range = `${percentile(ratios, 0.5).toFixed(2)}× (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`
    const [middle, high, most] = [0.5, 0.95, 1].map((share) => percentile(all, share).toFixed(1))
    const verdict = percentile(all, 0.95) < WANTED_MS ? '' : `   over ${WANTED_MS} ms`
    return `${name.padEnd(42)} median ${middle?.padStart(6)} ms   p95 ${high?.padStart(6)} ms   most ${most?.padStart(6)} ms   ${range}${verdict}`
  })
}
