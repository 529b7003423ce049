import type {Page} from 'playwright-core'
import {beforeAll, expect, test} from 'vitest'
import {gateOptions} from '../../../claimGate.config.ts'
import {ALIGNED_ASSETS_QUERY} from '../../../plugins/claim-gate/delivery/index.ts'
import {createGateModel, signReview} from '../../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../../schemas/index.ts'
import {dialogButton, stateOf, WAIT, type Opened, type People} from '../people.ts'
import {expectNoFault} from '../seriousFaults.ts'

const CLAIM = 'claim-003'
const FOOTNOTE = 'Read together with the limits of the study.'
const model = createGateModel(schemaTypes, gateOptions)

/** A claim is changed together with the slide that is in force: nothing of it goes dark, and both go live at once. */
export function checkpoints(opened: Opened): void {
  const people = (): People => opened().people
  let slide: string
  /** Checkpoints that were there before. */
  let seeded: number

  beforeAll(async () => {
    const slides = await people().portal.fetch<string[]>(
      '*[_type == "deckSlide"][references($id)]._id',
      {id: CLAIM},
    )
    expect(slides).toHaveLength(1)
    slide = slides[0] ?? ''
    seeded = (await all()).length
  })

  const fresh = async () => (await all()).slice(seeded)
  const all = () =>
    people().raw<{_id: string; outcome?: string; members: string[]; events: {kind: string}[]}[]>(
      '*[_type == "checkpoint"][_id in path("claimGate.**")] | order(_createdAt asc)',
    )
  /** The page of the newest checkpoint. */
  const pageOf = async (persona: string): Promise<Page> => {
    const id = (await fresh()).at(-1)?._id ?? ''
    const page = await people().pageAt(persona, `/checkpoints/${id}`)
    await page.getByTestId('checkpoint-standing').waitFor(WAIT)
    return page
  }

  test('before a word is typed, Change this says what the change will touch, and opens a checkpoint', async () => {
    const page = await people().visit('author', 'claim', CLAIM)
    await page.getByRole('button', {name: 'Change this…'}).click(WAIT)
    const preview = page.getByTestId('change-preview')
    await preview.getByText('Deck slide: 1').waitFor(WAIT)
    await preview
      .getByText('Asked to sign: Marketing, Training, Medical, Regulatory, Legal.')
      .waitFor(WAIT)
    await page.getByRole('button', {name: 'Open checkpoint', exact: true}).click(WAIT)
    await page.getByTestId('membership').waitFor(WAIT)
    expect(await fresh()).toMatchObject([
      {members: [CLAIM], events: [{kind: 'opened'}, {kind: 'added'}]},
    ])
  })

  test('the slide is asked for on the change before it is live, once for each role, and nothing goes dark', async () => {
    await people().edit(CLAIM, {footnote: FOOTNOTE})
    for (const [account, role] of [
      ['author', 'marketing'],
      ['medical', 'medical'],
      ['regulatory', 'regulatory'],
      ['legal', 'legal'],
    ] as const) {
      const request = {subject: CLAIM, account, role, decision: 'approved'} as const
      expect(
        await signReview(opened().house.running.clientFor(account), model, request),
      ).toHaveProperty('signed')
    }
    const waiting = await pageOf('author')
    await waiting.getByTestId('blockers').getByText('would be stale').first().waitFor(WAIT)
    expect(await waiting.getByRole('button', {name: /^Publish/u}).isEnabled()).toBe(false)
    const before = await people().reviewCount()
    let asked = 0
    for (const [persona, title] of [
      ['author', 'Marketing'],
      ['training', 'Training'],
      ['medical', 'Medical'],
      ['regulatory', 'Regulatory'],
    ]) {
      const page = await people().pageAt(persona ?? '', '/reviews')
      const group = page
        .getByTestId('waiting-group')
        .filter({hasText: 'As it will be with'})
        .filter({hasText: 'CLM-003'})
      const approve = group.getByRole('button', {
        name: new RegExp(`^Approve \\d+ as ${title}…`, 'u'),
      })
      await approve.waitFor(WAIT)
      asked += Number(/\d+/u.exec((await approve.textContent()) ?? '')?.[0])
      await approve.click(WAIT)
      await dialogButton(page, 'Sign').click(WAIT)
      await group.waitFor({state: 'detached', ...WAIT})
      expect(await people().isDelivered(slide)).toBe(true)
    }
    expect(await people().reviewCount()).toBe(before + asked)
    const ofSlide = '*[_type == "review"][subject == $slide][basis == $basis].role'
    const basis = (await fresh())[0]?._id
    expect((await people().raw<string[]>(ofSlide, {slide, basis})).toSorted()).toEqual([
      'marketing',
      'medical',
      'regulatory',
    ])
  })

  test('the page of the change leads to the slide as it will be with it, which can be read as it is out as well', async () => {
    const page = await pageOf('medical')
    await page
      .getByTestId('dependants')
      .getByRole('link', {name: /at end of surgery, both arms/u})
      .first()
      .click(WAIT)
    const picker = page.getByLabel('Read and sign it')
    await expect
      .poll(async () => (await picker.count()) > 0 && picker.inputValue(), WAIT)
      .toBe((await fresh())[0]?._id)
    const leftOut = page.getByText('A draft of it does not go out with the checkpoint.')
    await leftOut.waitFor(WAIT)
    await expect.poll(() => stateOf(page), WAIT).toBe('aligned')
    await picker.selectOption({index: 0})
    await leftOut.waitFor({state: 'detached', ...WAIT})
    await expect.poll(() => stateOf(page), WAIT).toBe('aligned')
  })

  test('a member whose form has errors keeps the checkpoint from going out, and is named', async () => {
    // Nobody reviews notes: only their form can refuse them.
    await people().edit(CLAIM, {internalNotes: 3})
    const page = await pageOf('author')
    const publish = page.getByRole('button', {name: /^Publish/u})
    await expect.poll(() => publish.isEnabled(), WAIT).toBe(true)
    await expectNoFault(page, '[data-testid="tool-page"]')
    await publish.click(WAIT)
    await dialogButton(page, 'Publish').waitFor(WAIT)
    await expectNoFault(page, '[role="dialog"]')
    await dialogButton(page, 'Publish').click(WAIT)
    await page.getByText(/^The form of “.+” has errors/u).waitFor(WAIT)
    await page.getByRole('dialog').waitFor({state: 'detached', ...WAIT})
    expect((await fresh())[0]).not.toHaveProperty('outcome')
    await people().edit(CLAIM, {internalNotes: 'Three'})
  })

  test('publishing a member publishes the checkpoint: claim and slide are in force on the new wording at once', async () => {
    const page = await people().visit('author', 'claim', CLAIM)
    await page.getByRole('button', {name: 'Publish checkpoint (1)'}).click(WAIT)
    await page.getByRole('button', {name: 'Publish', exact: true}).click(WAIT)
    await expect.poll(async () => (await fresh())[0]?.outcome, WAIT).toBe('passed')
    expect(
      await people().portal.fetch(
        '*[_id == $id][0].footnote',
        {id: CLAIM},
        {perspective: 'published'},
      ),
    ).toBe(FOOTNOTE)
    expect(await people().isDelivered(slide)).toBe(true)
  })

  test('a slide in a launch waits for training, and says so on its page and where it would be published', async () => {
    const owner = opened().house.running.clientFor('owner')
    const reference = (_ref: string) => ({_type: 'reference', _ref})
    await owner
      .transaction()
      .create({_id: 'launch-t', _type: 'launch', title: 'Spring', launchDate: '2027-03-01'})
      .create({
        _id: 'brief-t',
        _type: 'brief',
        launch: reference('launch-t'),
        contentLead: reference('person-author'),
        trainingLead: reference('person-training'),
      })
      .commit({visibility: 'sync'})
    const document = await owner.getDocument(slide)
    await owner.create({
      ...document,
      _type: 'deckSlide',
      _id: 'drafts.slide-t',
      launch: reference('launch-t'),
    })
    const page = await people().visit('author', 'deckSlide', 'slide-t')
    await page.getByRole('button', {name: 'Add to checkpoint…'}).click(WAIT)
    await page.getByLabel('Title').last().fill('Spring launch')
    const launches = page
      .getByRole('combobox')
      .filter({has: page.getByRole('option', {name: 'Spring'})})
    await launches.selectOption({label: 'Spring'}, WAIT)
    await page.getByRole('button', {name: 'Open checkpoint', exact: true}).click(WAIT)
    await page.getByTestId('membership').getByRole('link').click(WAIT)
    const blockers = page.getByTestId('blockers')
    await blockers.getByText('A training asset').waitFor(WAIT)
    await blockers
      .getByText('Mirela Vance, Tobias Ekwueme to agree to the brief as it now stands.')
      .waitFor(WAIT)
    await page.getByRole('button', {name: 'Agree to the brief as it stands'}).click(WAIT)
    await blockers.getByText('Tobias Ekwueme to agree').waitFor(WAIT)
    await page.getByText('Mirela Vance has agreed to the brief as it stands.').waitFor(WAIT)
    await expectNoFault(page, '[data-testid="tool-page"]')

    for (const [account, role] of [
      ['author', 'marketing'],
      ['medical', 'medical'],
      ['regulatory', 'regulatory'],
    ] as const) {
      const request = {subject: 'slide-t', account, role, decision: 'approved'} as const
      await signReview(opened().house.running.clientFor(account), model, request)
    }
    const ready = await people().visit('author', 'deckSlide', 'slide-t')
    await expect.poll(() => stateOf(ready), WAIT).toBe('waiting')
    await ready.getByRole('button', {name: 'Waiting…'}).waitFor(WAIT)
  })

  test('taking a member out asks why, and gives the checkpoint up frees the rest; by keyboard alone', async () => {
    const page = await pageOf('author')
    const take = page.getByRole('button', {name: 'Take out…'})
    await take.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Why').waitFor(WAIT)
    expect(await dialogButton(page, 'Take out of the checkpoint').isEnabled()).toBe(false)
    await dialog.getByLabel('Why').fill('Not for this launch')
    await dialogButton(page, 'Take out of the checkpoint').press('Enter')
    await page.getByText('“Not for this launch”').waitFor(WAIT)
    await page.getByRole('button', {name: 'Give up…'}).press('Enter')
    await dialog.getByLabel('Why').fill('Postponed')
    await dialogButton(page, 'Give the checkpoint up').press('Enter')
    await page.getByText(/Given up on/u).waitFor(WAIT)
    expect(await fresh()).toMatchObject([{outcome: 'passed'}, {outcome: 'abandoned', members: []}])
  })

  test('a first launch goes out from its page in one step, though its drafts rest on each other', async () => {
    const waves = await people().raw<{_id: string; title: string; members: string[]}[]>(
      '*[_type == "checkpoint"][title match "wave 2"]',
    )
    const [wave] = waves
    if (!wave) throw new Error('There is no second wave')
    expect(await people().raw('*[_id in $ids]._id', {ids: wave.members})).toEqual([])
    // The kit before the module that practises with it.
    for (const subject of wave.members.toSorted().toReversed()) {
      for (const [account, role] of [
        ['author', 'marketing'],
        ['training', 'training'],
        ['medical', 'medical'],
        ['regulatory', 'regulatory'],
        ['legal', 'legal'],
      ] as const) {
        const request = {subject, account, role, decision: 'approved', basis: wave._id} as const
        await signReview(opened().house.running.clientFor(account), model, request)
      }
    }
    const page = await people().pageAt('author', `/checkpoints/${wave._id}`)
    await page.getByRole('button', {name: /^Publish/u}).click(WAIT)
    await dialogButton(page, 'Publish').click(WAIT)
    await expect
      .poll(() => people().raw('*[_id == $id][0].outcome', {id: wave._id}), WAIT)
      .toBe('passed')
    const inForce = await people().portal.fetch<{_id: string}[]>(ALIGNED_ASSETS_QUERY, {
      type: 'vacKit',
    })
    const modules = await people().portal.fetch<{_id: string}[]>(ALIGNED_ASSETS_QUERY, {
      type: 'lmsModule',
    })
    expect([...inForce, ...modules].map(({_id}) => _id)).toEqual(
      expect.arrayContaining(wave.members),
    )
  })
}
