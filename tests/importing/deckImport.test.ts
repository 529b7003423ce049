import {hash} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {
  packDeck,
  picture,
  PIXEL,
  text,
  title,
} from '../../studio/importing/deck/fixtures/packDeck.ts'
import type {DeckImport} from '../../studio/importing/deck/deckImport.ts'
import {fetchClaimEntries} from '../../studio/matching/fetchClaimEntries.ts'
import {fetchLaunches} from '../../studio/importing/deck/fetchLaunches.ts'
import {importDeck, type ImportResult} from '../../studio/importing/deck/importDeck.ts'
import {readDeck} from '../../studio/importing/deck/readDeck.ts'
import {firstChoice, withAlike} from '../../studio/importing/deck/slideChoice.ts'
import {suggestClaims} from '../../studio/importing/deck/statements.ts'
import {createClaimIndex} from '../../studio/matching/createClaimIndex.ts'
import {startValidation} from '../schemas/startValidation.ts'

/* A file on its way into a dataset that holds the demo launch, as the tool sends it, without the page around it. */
let validation: Awaited<ReturnType<typeof startValidation>>
let client: SanityClient

beforeAll(async () => {
  validation = await startValidation()
  client = validation.clientFor('author')
})
afterAll(() => validation.close())

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A deck of four slides, the third of them hidden, that says one claim word for word and one with another number. */
async function sampleDeck(name: string, media: Uint8Array = PIXEL): Promise<DeckImport> {
  const claims = await fetchClaimEntries(client, 'published')
  const noise = claims.find(({code}) => code === 'CLM-008')?.statement ?? ''
  const setUp = claims.find(({code}) => code === 'CLM-009')?.statement ?? ''
  const relationships = {a: ['image', '../media/image1.png'] as const}
  const bytes = packDeck({
    order: [4, 2, 3, 1],
    slides: {
      4: {shapes: text(name, 'type="ctrTitle"')},
      2: {
        shapes: `${title('How loud it is')}${text(escaped(noise), 'idx="1"')}${picture('a', 9, 'The pad')}`,
        notes: 'Bench, not theatre.',
        relationships,
      },
      3: {shapes: title('Backup'), attributes: 'show="0"'},
      1: {
        shapes: `${title('How fast it is')}${text(escaped(setUp.replace('51', '41')))}${picture('a', 9, 'The pad')}`,
        relationships,
      },
    },
    parts: {'ppt/media/image1.png': media},
  })
  const read = await readDeck(bytes)
  if ('refused' in read) throw new Error(JSON.stringify(read.refused))
  const inForce = new Map(claims.map(({id}) => [id, 'inForce'] as const))
  const suggested = await suggestClaims(read.deck.slides, createClaimIndex(claims))
  return {
    bytes,
    filename: `${name}.pptx`,
    settings: {title: name, audience: 'HCP', markets: ['US'], materialCode: 'OS-NEW'},
    slides: suggested
      .map((each) => ({
        slide: each.slide,
        choice: withAlike(firstChoice(each), each.statements, inForce, true),
        note: `Page ${each.slide.page}`,
      }))
      .filter(({choice}) => choice.included),
    note: name,
  }
}

function imported(result: ImportResult): {deckId: string; slideIds: readonly string[]} {
  if ('refused' in result) throw new Error(JSON.stringify(result.refused))
  return result
}

const published = (): Promise<string[]> =>
  client.fetch<string[]>(
    '*[!(_id in path("drafts.**"))][!(_type match "sanity.*")]{_id, _rev} | order(_id)',
  )

const drafts = (): Promise<string[]> =>
  client.fetch<string[]>('*[_id in path("drafts.**")]._id | order(@)')

test('a file becomes drafts in its order, tied to claims, and nothing is published', async () => {
  const before = await published()
  const steps: string[] = []
  const work = await sampleDeck('New deck')
  const {deckId, slideIds} = imported(
    await importDeck(client, work, (done, of) => steps.push(`${done}/${of}`)),
  )
  expect(steps).toEqual(['0/3', '1/3', '2/3'])
  expect(await published()).toEqual(before)
  const deck = await client.getDocument(`drafts.${deckId}`)
  expect(deck).toMatchObject({
    title: 'New deck',
    slides: slideIds.map((_ref) => ({slide: {_ref}, use: 'core'})),
  })
  const slides = await client.getDocuments(slideIds.map((id) => `drafts.${id}`))
  expect(slides).toMatchObject([
    {kind: 'title', headline: 'New deck', claims: [], artwork: {page: 1}},
    {
      headline: 'How loud it is',
      claims: [{_ref: 'claim-008'}],
      body: [{markDefs: [{claim: {_ref: 'claim-008'}}]}],
      speakerNotes: 'Bench, not theatre.',
      visual: {alt: 'The pad'},
      artwork: {page: 2},
      materialCode: 'OS-NEW-002',
    },
    {headline: 'How fast it is', claims: [], artwork: {page: 4}},
  ])
})

test('the file is kept as it was, and a picture that stands twice is uploaded once', async () => {
  const work = await sampleDeck('Kept deck')
  const {slideIds} = imported(await importDeck(client, work))
  const kept = await client.fetch<{hashes: string[]; urls: string[]; pictures: string[]}>(
    `{"hashes": array::unique(*[_id in $ids].artwork.pptx.asset->sha1hash), "urls": *[_id in $ids].artwork.pptx.asset->url,
      "pictures": array::unique(*[_id in $ids].visual.asset._ref)}`,
    {ids: slideIds.map((id) => `drafts.${id}`)},
  )
  expect(kept.hashes).toEqual([hash('sha1', work.bytes, 'hex')])
  expect(kept.pictures.filter(Boolean)).toHaveLength(1)
})

test('what comes out satisfies the Studio, but for claims that nobody accepted', async () => {
  const {slideIds} = imported(await importDeck(client, await sampleDeck('Valid deck')))
  const slides = await client.getDocuments(slideIds.map((id) => `drafts.${id}`))
  const errors = await Promise.all(
    slides.flatMap((each) => (each ? [validation.errorsOf(each)] : [])),
  )
  const unproven = 'claims: Add at least one claim: every slide but a title rests on one.'
  expect(errors).toEqual([[], [], [unproven]])
})

test('a file that came in before is not taken again, from two pages at once neither', async () => {
  const work = await sampleDeck('Twice')
  const results = await Promise.all([importDeck(client, work), importDeck(client, work)])
  const {deckId} = imported(results.find((each) => 'deckId' in each) ?? results[0])
  const refusal = {refused: {reason: 'importedBefore', earlier: {id: deckId, title: 'Twice'}}}
  expect(results).toContainEqual(refusal)
  const before = await drafts()
  expect(await importDeck(client, work)).toEqual(refusal)
  expect(await drafts()).toEqual(before)
})

test('when a picture is not taken, there is no draft of anything', async () => {
  const before = await drafts()
  // The first bytes of a picture, and no picture.
  const work = await sampleDeck('Broken picture', PIXEL.slice(0, 30))
  expect(await importDeck(client, work)).toMatchObject({
    refused: {reason: 'pictureNotUploaded', page: 2},
  })
  expect(await drafts()).toEqual(before)
})

test('a claim is compared in its published words, whatever its draft says', async () => {
  const published4 = await client.getDocument('claim-004')
  const draft = await client.getDocument('drafts.claim-004')
  expect(draft?.statement).not.toBe(published4?.statement)
  const claims = await fetchClaimEntries(client, 'published')
  expect(claims.find(({id}) => id === 'claim-004')?.statement).toBe(published4?.statement)
})

test('launches are offered as they are published', async () => {
  await client.create({
    _id: 'launch-spring',
    _type: 'launch',
    title: 'Spring',
    launchDate: '2027-03-01',
    markets: ['US'],
  })
  await client.create({_id: 'drafts.launch-autumn', _type: 'launch', title: 'Autumn'})
  expect(await fetchLaunches(client)).toContainEqual({
    _id: 'launch-spring',
    title: 'Spring',
    markets: ['US'],
  })
  expect((await fetchLaunches(client)).map(({title: each}) => each)).not.toContain('Autumn')
})
