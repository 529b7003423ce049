import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {examples} from '../../schemas/examples.ts'
import {Form, referencesIn, saidIn, tickedIn} from '../fillForm.ts'
import {WAIT, type Opened} from '../people.ts'

/** What a form cannot be told, because it is signed elsewhere or chosen from what the demo launch lacks. */
const NOT_TYPED = new Set(['agreed', 'level'])
/** Codes and accounts belong to one document each. */
const OWN: Readonly<Record<string, string>> = {'CLM-008': 'CLM-908'}

/** Where not any document of the type will do. */
const STAND_INS: Readonly<Record<string, string>> = {
  'example-proofPoint': 'proof-sound',
  'example-objectionResponse': 'objection-4',
}

const person = {
  _id: 'example-person',
  _type: 'person',
  name: 'Noor Example',
  email: 'noor@throughline.example',
  functions: ['marketing'],
  accountId: 'noor',
}

/** What is typed of an example. */
const typedOf = (example: object): object =>
  JSON.parse(JSON.stringify(example), (name, value: unknown) =>
    NOT_TYPED.has(name) ? undefined : typeof value === 'string' ? (OWN[value] ?? value) : value,
  )

/** What must be stored of it: a box that stays empty is nothing, and which wording was chosen is its document's business. */
const meantBy = (typed: object, words: ReadonlyMap<string, string>): object =>
  JSON.parse(JSON.stringify(saidIn(typed, words)), (name, value: unknown) =>
    value === false || name === 'fingerprint' ? undefined : value,
  )

/** Id of the draft that a page shows. */
const idIn = (page: Page): string =>
  `drafts.${/;(?<id>[0-9a-f-]{36})/u.exec(page.url())?.groups?.id ?? ''}`

/**
 * Somebody who has never seen it creates one document of each of these types, or of every one where none is named: each field is found by its name, filled as its own
 * input takes it, and what is stored is what was meant; no form has an error left. Texts are typed without citations
 * (citing.ts has those), and a reference is compared by the words of what it names.
 */
export function everyType(opened: Opened, types: readonly string[]): void {
  const wanted = [...examples, person].filter(
    ({_type}) => types.length === 0 || types.includes(_type),
  )

  /** Of what it refers to; of what the demo launch has in the place of an example. */
  async function wordsOf(id: string): Promise<string> {
    const [type] = /(?<=^example-).+$/u.exec(id) ?? ['']
    const named = await opened().people.raw<(string | null)[]>(
      '*[_id == $id || _type == $type][!(_id in path("drafts.**"))] | order(_id) {"words": coalesce(code, title, name, headline, objection, condition, statement)}.words',
      {id: STAND_INS[id] ?? id, type: id in STAND_INS ? '' : type},
    )
    // A brief has no words of its own; it is found by those of its launch.
    return named.find((each) => each !== null) ?? 'Kelvane'
  }

  async function wordsIn(value: unknown): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(referencesIn(value))]
    return new Map(await Promise.all(ids.map(async (id) => [id, await wordsOf(id)] as const)))
  }

  beforeAll(async () => {
    const administrator = opened().house.running.clientFor('administrator')
    const [launch] = await administrator.getDocuments<GateDocument>(['launch-kelvane'])
    if (!launch) throw new Error('The demo launch is gone')
    // A brief is written for a launch that has none.
    await administrator.create({...launch, _id: 'example-launch', title: 'Autumn without a brief'})
  })

  afterAll(() => opened().house.running.clientFor('administrator').delete('example-launch'))

  test.each(wanted.map((example) => [example._type, example] as const))(
    'a new %s is filled in, has no error left, and is read back as it was meant',
    async (type, example) => {
      const {people} = opened()
      const page = await people.pageAt(
        'administrator',
        `/intent/create/type=${type};template=${type}/`,
      )
      await page.getByTestId('document-panel-scroller').waitFor(WAIT)
      const all = page.getByRole('tab', {name: 'All fields'})
      await page
        .locator('[data-testid^="field-actions-menu-"]')
        .first()
        .waitFor({state: 'attached', ...WAIT})
      if ((await all.count()) > 0) await all.click()
      const typed = typedOf(example)
      try {
        await new Form(page, wordsOf).fill(typed)
        const read = () => people.raw<object | null>('*[_id == $id][0]', {id: idIn(page)})
        const stored = async () => {
          const document = await read()
          return saidIn(document, await wordsIn(document))
        }
        await expect.poll(stored, WAIT).toMatchObject(meantBy(typed, await wordsIn(typed)))
        expect(tickedIn(await read()).toSorted()).toEqual(tickedIn(typed).toSorted())
        const faults = page
          .getByTestId('document-panel-scroller')
          .getByTestId('input-validation-icon-error')
        await expect.poll(() => faults.count(), WAIT).toBe(0)
      } finally {
        // What is not out must not be found by whoever refers to something.
        await opened().house.running.clientFor('administrator').delete(idIn(page))
      }
    },
  )
}
