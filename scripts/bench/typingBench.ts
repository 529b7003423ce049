import type {Browser, Page} from 'playwright-core'
import {PERSONAS} from '../lake/personas.ts'
import {runLake, type RunningLake} from '../lake/runLake.ts'
import {openChromium, openProfile} from '../openChromium.ts'
import {seedSize} from '../seed/seedSize.ts'
import {buildStudio} from '../start/buildStudio.ts'
import {serveStudio} from '../start/serveStudio.ts'
import type {BenchSection} from './bench.ts'
import {percentile} from './measure.ts'
import {watchRequests} from './quietPage.ts'
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
const TRIES = 5
const PATIENT = {timeout: 90_000}

/** A field in which is typed: each time in a page of its own, since pages that stand open beside it take part. */
interface Typed {
  name: string
  open: () => Promise<Page>
  /** What is typed, over and over. */
  words?: string
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
  '*[_type == "lmsModule"][!(_id in path("drafts.**"))]{..., "objective": objectives[0]._key, "lesson": lessons[0]._key}'
const SLIDE = 'slide-02'
/** On that slide, and tied to no claim. */
const UNTIED = 'Chart audit in three hospitals'
const PEOPLE = '*[_type == "person"] | order(_id asc)[0]._id'

async function fieldsOf(
  running: RunningLake,
  browser: Browser,
  token: string,
  url: string,
): Promise<Typed[]> {
  const client = running.clientFor(TYPIST)
  const modules = await client.fetch<{_id: string; objective: string; lesson: string}[]>(MODULES)
  const longest = modules.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0]
  if (!longest) throw new Error('The demo launch has no module')
  const person = await client.fetch<string>(PEOPLE)
  const inForm = (path: string, field: string) => async (): Promise<Page> => {
    const page = await (await openProfile(browser, token)).newPage()
    const isQuiet = watchRequests(page)
    await page.goto(`${url}/intent/edit/${path}`)
    const input = page.getByTestId(`field-${field}`).locator('input, textarea').first()
    await input.waitFor(PATIENT)
    await isQuiet()
    await input.focus()
    await page.keyboard.press('End')
    return page
  }
  const module = `id=${longest._id};type=lmsModule`
  const objective = `objectives[_key=="${longest.objective}"].text`
  const inDialog = `${module};path=${encodeURIComponent(objective)}`
  const lesson = `lessons[_key=="${longest.lesson}"].body`
  const inText = (path: string, field: string, words?: string) => async (): Promise<Page> => {
    const page = await (await openProfile(browser, token)).newPage()
    const isQuiet = watchRequests(page)
    await page.goto(`${url}/intent/edit/${path}`)
    const text = page.getByTestId(`field-${field}`).locator('[contenteditable="true"]').first()
    await text.waitFor(PATIENT)
    await isQuiet()
    await (words === undefined ? text : text.getByText(words)).click(PATIENT)
    await page.keyboard.press('End')
    return page
  }
  /** The search for a claim, as it opens over the words that are to be tied to it; a text takes nothing at first. */
  const citing = async (): Promise<Page> => {
    // In the round before they were tied.
    await client.delete(`drafts.${SLIDE}`)
    const page = await inText(`id=${SLIDE};type=deckSlide`, 'body', UNTIED)()
    const search = page.getByRole('combobox', {name: 'Find a claim'})
    const claim = page.getByTestId('field-body').getByRole('button', {name: 'Claim', exact: true})
    for (let tries = 0; tries < TRIES && !(await search.isVisible()); tries++) {
      await page.getByTestId('field-body').getByText(UNTIED).click(PATIENT)
      await page.keyboard.press('End')
      await page.keyboard.press('Shift+Home')
      await claim.click(PATIENT)
      await search.waitFor({timeout: 3000}).catch(() => undefined)
    }
    await search.focus(PATIENT)
    return page
  }
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
    'the module: a text of a lesson, in its dialog': inText(
      `${module};path=${encodeURIComponent(lesson)}`,
      lesson,
    ),
  }
  return [
    ...Object.entries(fields).map(([name, open]) => ({name, open, rounds: []})),
    {
      name: 'a claim to be cited, looked for among all',
      open: citing,
      words: 'set-up for nurses in day surgery at university hospitals 51 vs 94 seconds ',
      rounds: [],
    },
  ]
}

async function type({open, rounds, words = 'measured words '}: Typed): Promise<void> {
  const letters = words.repeat(FIRST_KEYS + KEYS)
  const page = await open()
  await watchKeys(page)
  await typeKeys(page, letters.slice(0, FIRST_KEYS), PACE_MS)
  rounds.push(await typeKeys(page, letters.slice(FIRST_KEYS, FIRST_KEYS + KEYS), PACE_MS))
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
    return `${name.padEnd(46)} median ${middle?.padStart(6)} ms   p95 ${high?.padStart(6)} ms   most ${most?.padStart(6)} ms   ${range}${verdict}`
  })
}
