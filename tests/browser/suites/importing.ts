import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {packDeck, text, title} from '../../../studio/importing/deck/fixtures/packDeck.ts'
import {expectReadable} from '../seriousFaults.ts'
import {WAIT, type Opened, type People} from '../people.ts'

const CSV = [
  'Claim ID,Wording,Owner',
  'CLM-011,Less to carry away,Somebody',
  'CLM-002,,',
  'eleven,Words under no code,',
  '',
].join('\n')

/** What a team has already, on its way to drafts: a claims library and a deck. */
export function importing(opened: Opened): void {
  let people: People
  let page: Page

  beforeAll(() => {
    ;({people} = opened())
  })
  afterAll(() => opened().house.running.clientFor('author').delete('drafts.claim-011'))

  const tool = (name: string) => page.getByTestId(name)

  async function choose(name: string, file: string, buffer: Uint8Array): Promise<void> {
    await tool(name)
      .locator('input[type=file]')
      .setInputFiles({name: file, mimeType: '', buffer: Buffer.from(buffer)}, WAIT)
  }

  describe('a claims library', () => {
    const draft = () => people.raw<string | null>('*[_id == "drafts.claim-011"][0].statement')
    const row = (code: string) =>
      tool('import-claims')
        .getByRole('row')
        .filter({has: page.getByRole('rowheader', {name: code, exact: true})})

    test('says how its columns are read and what becomes of every row, and writes nothing', async () => {
      page = await people.pageAt('author', '/import-claims')
      await choose('import-claims', 'claims.csv', new TextEncoder().encode(CSV))
      const wording = page.getByLabel('Column 2, Wording, goes into')
      await expect
        .poll(() => wording.locator('option:checked').textContent(), WAIT)
        .toBe('Statement')
      expect(
        await page.getByLabel('Column 3, Owner, goes into').locator('option:checked').textContent(),
      ).toBe('Not imported')
      await row('CLM-011').getByText('Changes', {exact: true}).waitFor(WAIT)
      await row('CLM-002').getByText('The same', {exact: true}).waitFor(WAIT)
      await row('eleven').getByText('Refused', {exact: true}).waitFor(WAIT)
      expect(await row('CLM-011').textContent()).toContain('Less to carry away')
      expect(await draft()).toBeNull()
      await expectReadable(page, '[data-testid="import-claims"]')
    })

    test('is written where the refused row is left out, and the same file again changes nothing', async () => {
      const write = page.getByRole('button', {name: /^Write \d+ drafts?$/u})
      expect(await write.isEnabled()).toBe(false)
      await page.getByLabel('Leave out the 1 refused row, and write the others').check(WAIT)
      await write.click(WAIT)
      await page.getByText('1 draft written').waitFor(WAIT)
      expect(await draft()).toBe('Less to carry away')
      await page.getByRole('button', {name: 'Choose another file'}).first().click(WAIT)
      await choose('import-claims', 'claims.csv', new TextEncoder().encode(CSV))
      await row('CLM-011').getByText('The same', {exact: true}).waitFor(WAIT)
      await page.getByLabel('Leave out the 1 refused row, and write the others').check(WAIT)
      await page.getByText('There is nothing to write').waitFor(WAIT)
      expect(await write.isEnabled()).toBe(false)
    })
  })

  describe('a deck', () => {
    let deck: Uint8Array

    beforeAll(async () => {
      const [loud = '', quick = ''] = await people.raw<string[]>(
        '*[_id in ["claim-008", "claim-009"]] | order(_id).statement',
      )
      deck = packDeck({
        slides: {
          1: {shapes: `${title('How loud it is')}${text(loud, 'idx="1"')}`, notes: 'Bench.'},
          2: {shapes: `${title('How quick it is')}${text(quick.replace('51', '41'), 'idx="1"')}`},
        },
      })
    })

    test('is refused where its file is none, and says what to do', async () => {
      page = await people.pageAt('author', '/import-deck')
      await choose('import-deck', 'deck.pptx', new TextEncoder().encode('no deck'))
      await page.getByText('deck.pptx was not imported').waitFor(WAIT)
      expect(await tool('import-deck').textContent()).toContain(
        'Save the presentation as PowerPoint',
      )
    })

    test('comes in with the claims that a person accepts, and without those that are refused', async () => {
      await choose('import-deck', 'deck.pptx', deck)
      const [loud, quick] = [page.getByLabel('States CLM-008'), page.getByLabel('States CLM-009')]
      const alike = page.getByRole('button', {name: 'Accept it as its claim'})
      await alike.waitFor(WAIT)
      // Nothing is accepted before a person says so.
      expect(await Promise.all([loud.isChecked(), quick.isChecked()])).toEqual([false, false])
      await alike.click(WAIT)
      await expect.poll(() => loud.isChecked(), WAIT).toBe(true)
      expect(await quick.isChecked()).toBe(false)
      await expectReadable(page, '[data-testid="import-deck"]')
      await loud.uncheck(WAIT)
      await quick.check(WAIT)
      await page.getByRole('button', {name: 'Make 2 draft slides and the deck'}).click(WAIT)
      await page.getByText('2 draft slides and a draft deck were made').waitFor(WAIT)
      const slides = await people.raw<{headline: string; claims: string[] | null; notes: string}[]>(
        '*[_type == "deck"] | order(_createdAt desc)[0].slides[]{"id": "drafts." + slide._ref}{...*[_id == ^.id][0]{headline, "claims": claims[]._ref, "notes": speakerNotes}}',
      )
      expect(slides).toMatchObject([
        {headline: 'How loud it is', notes: 'Bench.'},
        {headline: 'How quick it is', claims: ['claim-009']},
      ])
      expect(slides[0]?.claims ?? []).toEqual([])
    })

    test('is not taken twice', async () => {
      await page.getByRole('button', {name: 'Choose another file'}).first().click(WAIT)
      await choose('import-deck', 'deck.pptx', deck)
      await page.getByText('deck.pptx was imported before').waitFor(WAIT)
      expect(
        await people.raw(
          'count(*[_type == "deck"][string::startsWith(_id, "drafts.deck-")][length(_id) == 44])',
        ),
      ).toBe(1)
    })
  })
}
