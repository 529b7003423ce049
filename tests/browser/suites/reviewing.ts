import {describe, expect, test} from 'vitest'
import {gateOptions} from '../../../claimGate.config.ts'
import {createGateModel, publishTogether, signReview} from '../../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../../schemas/index.ts'
import {dialogButton, stateOf, WAIT, type Opened, type People} from '../people.ts'
import {expectNoFault} from '../seriousFaults.ts'

const CLAIM = 'claim-009'
const SLIDE = 'slide-09'
const EVIDENCE = 'evidence-4'

/** What reviewers do besides approving: suggest words, take back. How they carry forward is in manyAssets.test.ts. */
export function reviewing(opened: Opened): void {
  const people = (): People => opened().people

  describe('other words', () => {
    test('that a reviewer approves are put in by the author, and need no second signature of that role', async () => {
      await people().edit('slide-03', {headline: 'Cold before the first cut'})
      const reviewer = await people().visit('medical', 'deckSlide', 'slide-03')
      await reviewer.getByRole('button', {name: 'Suggest other words'}).click(WAIT)
      await reviewer.getByLabel('These words').fill('Hot')
      await reviewer.getByText('These words do not stand in the document').waitFor(WAIT)
      const approve = reviewer.getByRole('button', {name: 'Approve with these words…'})
      expect(await approve.isEnabled()).toBe(false)
      await reviewer.getByLabel('These words').fill('first cut')
      await reviewer.getByLabel('should read').fill('first incision')
      await approve.click(WAIT)
      await dialogButton(reviewer, 'Sign').click(WAIT)
      await reviewer.getByText('What reviewers say of the words').waitFor(WAIT)

      const author = await people().visit('author', 'deckSlide', 'slide-03')
      await author.getByRole('button', {name: 'Put in'}).click(WAIT)
      await expect
        .poll(() => people().raw('*[_id == "drafts.slide-03"][0].headline'), WAIT)
        .toBe('Cold before the first incision')
      const signature = author.getByTestId('signature-medical')
      await expect.poll(() => signature.textContent(), WAIT).not.toContain('Not signed yet')
      await expect.poll(() => stateOf(author), WAIT).toBe('inReview')
    })

    test('are spoken of, and what is said stays with them until the role signs again', async () => {
      await people().edit('slide-05', {headline: 'Two arms, one comparator'})
      const reviewer = await people().visit('regulatory', 'deckSlide', 'slide-05')
      await reviewer.getByRole('button', {name: 'Remark on words'}).click(WAIT)
      await reviewer.getByLabel('These words').fill('one comparator')
      const request = reviewer.getByRole('button', {name: 'Ask for changes…'})
      expect(await request.isEnabled()).toBe(false)
      await reviewer.getByLabel('Remark', {exact: true}).fill('Name it')
      await request.click(WAIT)
      await dialogButton(reviewer, 'Ask for changes').click(WAIT)

      const author = await people().visit('author', 'deckSlide', 'slide-05')
      const panel = author.getByTestId('alignment-panel')
      await panel.getByText('On “one comparator”').waitFor(WAIT)
      expect(await panel.textContent()).toContain('“Name it”')
      await people().edit('slide-05', {headline: 'Two arms, one blanket'})
      await panel.getByText('On “one comparator”').waitFor({state: 'detached', ...WAIT})
      await people().edit('slide-05', {headline: 'Two arms, one comparator'})
      await panel.getByText('On “one comparator”').waitFor(WAIT)
      await people().sign('regulatory', 'deckSlide', 'slide-05')
      await panel.getByText('On “one comparator”').waitFor({state: 'detached', ...WAIT})
    })

    test('wait for ever in a role that nobody holds, and that is said', async () => {
      const [held] = await people().raw<string[]>(
        '*[_type == "person"]["regulatory" in functions]._id',
      )
      const administrator = opened().house.running.clientFor('administrator')
      const page = await people().visit('author', 'claim', 'claim-004')
      const signature = page.getByTestId('signature-regulatory')
      await signature.waitFor(WAIT)
      expect(await signature.textContent()).not.toContain('Nobody holds this role')
      await administrator
        .patch(held ?? '')
        .set({functions: []})
        .commit()
      await expect.poll(() => signature.textContent(), WAIT).toContain('Nobody holds this role')
      await administrator
        .patch(held ?? '')
        .set({functions: ['regulatory']})
        .commit()
      await expect.poll(() => signature.textContent(), WAIT).not.toContain('Nobody holds this role')
    })

    test('are not signed as medical by whoever wrote them', async () => {
      const ids = await people().raw<string[]>('*[_type == "person"][accountId == "author"]._id')
      await opened()
        .house.running.clientFor('administrator')
        .patch(ids[0] ?? '')
        .set({functions: ['medical']})
        .commit()
      await people().edit('slide-04', {headline: 'Another headline of my own'})
      const page = await people().visit('author', 'deckSlide', 'slide-04')
      await page.getByRole('button', {name: 'Approve…'}).click(WAIT)
      await dialogButton(page, 'Sign').click(WAIT)
      await page.getByText('You changed this content since it was approved last').waitFor(WAIT)
      expect(
        await people().raw(
          'count(*[_type == "review"][subject == "slide-04"][reviewer == "author"][role == "medical"])',
        ),
      ).toBe(0)
    })
  })

  test('a role that approves nothing of it carries evidence forward, until a day', async () => {
    await people().edit(EVIDENCE, {title: 'Bench study of sound'})
    const page = await people().visit('regulatory', 'evidence', EVIDENCE)
    const box = page.getByLabel('What rests on this needs no new review')
    await box.waitFor(WAIT)
    expect([await box.isChecked(), await box.isEnabled()]).toEqual([true, false])
    const until = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel('Until (optional)').fill(until)
    await page.getByRole('button', {name: 'Carry forward…'}).click(WAIT)
    await page
      .getByRole('dialog')
      .getByText(`Until ${until}. Changed since the oldest wording`)
      .waitFor(WAIT)
    await expectNoFault(page, '[role="dialog"]')
    await dialogButton(page, 'Sign').click(WAIT)
    await expect
      .poll(
        () =>
          people().raw(
            '*[_type == "review"][subject == $id][decision == "carriedForward"]{role, "ends": count(carries[defined(until)])}',
            {id: EVIDENCE},
          ),
        WAIT,
      )
      .toEqual([{role: 'regulatory', ends: 1}])
  })

  describe('recall', () => {
    test('takes a claim back, and with it everything that rests on it', async () => {
      expect(await people().isDelivered(SLIDE)).toBe(true)
      const page = await people().visit('regulatory', 'claim', CLAIM)
      // At the foot of the panel: what comes in late must not move it from under the pointer.
      const recall = page.getByRole('button', {name: 'Recall…'})
      await recall.waitFor(WAIT)
      expect(await page.getByTestId('alignment-panel').locator(recall).count()).toBe(0)
      await recall.click(WAIT)
      expect(await dialogButton(page, 'Recall').isEnabled()).toBe(false)
      await page.getByRole('dialog').getByLabel('Why').fill('The study was withdrawn')
      await dialogButton(page, 'Recall').click(WAIT)
      await expect.poll(() => people().isDelivered(SLIDE), WAIT).toBe(false)
      await expect.poll(() => stateOf(page), WAIT).toBe('withdrawn')
      await page.getByText('The study was withdrawn').first().waitFor(WAIT)
    })
  })

  test('what its form refuses is approved by nobody, alone or among many', async () => {
    const {running} = opened().house
    const model = createGateModel(schemaTypes, gateOptions)
    // The claim is no longer for those who see the slide: published, and now in error.
    await people().edit('claim-007', {audiences: ['VAC']})
    for (const account of ['owner', 'medical', 'regulatory'] as const) {
      const role = account === 'owner' ? 'marketing' : account
      const request = {subject: 'claim-007', account, role, decision: 'approved'} as const
      await signReview(running.clientFor(account), model, request)
    }
    const published = await publishTogether(running.clientFor('author'), model, ['claim-007'])
    expect(published).toHaveProperty('published')
    const before = await people().reviewCount()
    const page = await people().visit('regulatory', 'deckSlide', 'slide-08')
    await page.getByRole('button', {name: 'Approve…'}).click(WAIT)
    await dialogButton(page, 'Sign').click(WAIT)
    await page.getByText('which come first: CLM-007 is not for this audience').first().waitFor(WAIT)
    const reviews = await people().pageAt('regulatory', '/reviews')
    const group = reviews.getByTestId('waiting-group').filter({hasText: 'CLM-007'})
    await group.getByRole('button', {name: /^Approve \d+ as Regulatory…/u}).click(WAIT)
    await dialogButton(reviews, 'Sign').click(WAIT)
    const dialog = reviews.getByRole('dialog')
    const refused = dialog.getByText('Skin safety in full: Its form has errors')
    await refused.waitFor(WAIT)
    await dialogButton(reviews, 'Close').click(WAIT)
    await refused.waitFor({state: 'detached', ...WAIT})
    const signed = await people().raw<string[]>(
      '*[_type == "review"] | order(_createdAt desc)[0...$more].subject',
      {more: (await people().reviewCount()) - before},
    )
    expect(signed).not.toContain('slide-08')
  })
}
