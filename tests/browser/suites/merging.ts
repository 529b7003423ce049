import {afterAll, expect, test} from 'vitest'
import {gateOptions} from '../../../claimGate.config.ts'
import {
  abandon,
  createGateModel,
  fetchOpen,
  openCheckpoint,
  type GateDocument,
} from '../../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../../schemas/index.ts'
import {dialogButton, WAIT, type Opened, type People} from '../people.ts'
import {expectNoFault} from '../seriousFaults.ts'

const CLAIM = 'claim-005'
/** What rests on the others first. */
const WRITTEN = ['slide-new', 'claim-new', CLAIM]
const AUTHOR = {account: 'author', name: 'Mirela Vance'}
const model = createGateModel(schemaTypes, gateOptions)

/** What whoever answers for a checkpoint does besides publishing it. */
export function merging(opened: Opened): void {
  const people = (): People => opened().people
  const clientFor = (id: string) => opened().house.running.clientFor(id)

  // Later parts find nothing of it, however far it came.
  afterAll(async () => {
    const open = await fetchOpen(clientFor('author'))
    for (const {_id} of open.filter(({members}) => members.some((id) => WRITTEN.includes(id))))
      await abandon(clientFor('author'), _id, 'No longer needed', AUTHOR)
    for (const id of WRITTEN) await clientFor('administrator').delete(`drafts.${id}`)
  })

  async function openOf(title: string, ...members: string[]): Promise<string> {
    const checkpoint = {title, kind: 'change', members} as const
    const result = await openCheckpoint(clientFor('author'), model, checkpoint, AUTHOR)
    expect(result).toHaveProperty('changed')
    return 'changed' in result ? result.changed : ''
  }

  /** A claim that was never out, and a slide that states it. */
  async function writeNew(): Promise<void> {
    const author = clientFor('author')
    const [claim, slide] = await author.getDocuments<GateDocument>(['claim-008', 'slide-07'])
    if (!claim || !slide) throw new Error('The demo launch has no CLM-008, or no slide 7')
    const written = {_type: 'reference', _ref: 'claim-new', _weak: true}
    const _strengthenOnPublish = {type: 'claim'}
    await author
      .transaction()
      .create({...claim, _id: 'drafts.claim-new', code: 'CLM-901'})
      .create({
        ...slide,
        _id: 'drafts.slide-new',
        claims: [{_key: 'new', ...written, _strengthenOnPublish}],
      })
      .commit({visibility: 'sync'})
  }

  test('a checkpoint is taken over, lets something go stale or not after all, and is merged with what it waits for', async () => {
    await writeNew()
    await people().edit(CLAIM, {qualifier: 'In the prewarmed alone.'})
    const other = await openOf('A new claim', 'claim-new')
    const first = await openOf('Its slide, and a narrower qualifier', 'slide-new', CLAIM)

    const page = await people().pageAt('training', `/checkpoints/${first}`)
    await page.getByRole('button', {name: 'Take over'}).click(WAIT)
    await page.getByRole('button', {name: 'Take over'}).waitFor({state: 'detached', ...WAIT})
    const dependants = page.getByTestId('dependants')
    await dependants.getByRole('button', {name: 'Set aside…'}).first().click(WAIT)
    await page.getByRole('dialog').getByLabel('Why').fill('It is printed anew in spring')
    await expectNoFault(page, '[role="dialog"]')
    await dialogButton(page, 'Set aside').click(WAIT)
    await dependants.getByText('“It is printed anew in spring”').waitFor(WAIT)
    await dependants.getByRole('button', {name: 'Take back'}).click(WAIT)
    await dependants
      .getByText('“It is printed anew in spring”')
      .waitFor({state: 'detached', ...WAIT})

    await page.getByRole('button', {name: 'Merge the two'}).first().click(WAIT)
    const outcomes = '*[_id in $ids] | order(outcome asc) {outcome}'
    await expect
      .poll(() => people().raw(outcomes, {ids: [first, other]}), WAIT)
      .toMatchObject([{outcome: 'merged'}, {outcome: null}])
    const [left] = await people().raw<{_id: string; members: string[]}[]>(
      '*[_id in $ids][!defined(outcome)]{_id, members}',
      {ids: [first, other]},
    )
    expect(left?.members.toSorted()).toEqual(WRITTEN.toSorted())
    expect(new URL(page.url()).pathname).toBe(`/checkpoints/${left?._id}`)
  })
}
