import {expect, test} from 'vitest'
import type {ClaimEntry} from '../../matching/claimEntry.ts'
import {createClaimIndex} from '../../matching/createClaimIndex.ts'
import {buildDrafts} from './buildDrafts.ts'
import type {ImportedSlide} from './importedDeck.ts'
import {acceptedClaims, decided, firstChoice, withAlike} from './slideChoice.ts'
import {suggestClaims} from './statements.ts'
import {wordingDifference} from './wordingDifference.ts'

const claim = (code: string, statement: string, ...variations: string[]): ClaimEntry => ({
  id: `claim-${code}`,
  code,
  statement,
  variations,
  evidence: [],
})

const NOISE = 'Kelvane was measured at 34 dBA at one metre, against 49 dBA for forced air.'
const CLAIMS = [
  claim('CLM-1', NOISE, 'Measured at 34 dBA at one metre'),
  claim('CLM-2', 'Mean set-up took 51 seconds, against 94 seconds for forced air.'),
]

/** Everything is in force. */
const ALL = new Map(CLAIMS.map(({id}) => [id, 'inForce'] as const))

const run = (text: string, strong = false) => ({text, strong, em: false})

const SLIDE: ImportedSlide = {
  page: 3,
  hidden: false,
  opens: false,
  title: 'Measured at 34 dBA at one metre',
  paragraphs: [
    {level: 1, bulleted: true, runs: [run(NOISE.slice(0, 20)), run(NOISE.slice(20), true)]},
    {
      level: 0,
      bulleted: false,
      runs: [run('Mean set-up took 41 seconds, against 94 seconds for forced air.¹')],
    },
  ],
  notes: 'Say it\nMean set-up took 51 seconds, against 94 seconds for forced air.',
  leftOut: [],
}

async function suggested(slide: ImportedSlide) {
  const [first] = await suggestClaims([slide], createClaimIndex(CLAIMS))
  if (!first) throw new Error('There is no slide')
  return first
}

test('nothing is taken for a claim before a person says so, and what is in approved words at once', async () => {
  const {statements, ...slide} = await suggested(SLIDE)
  expect(
    statements.map(({key, suggestions: [first]}) => [key, first?.claim.code, first?.verdict]),
  ).toEqual([
    ['title', 'CLM-1', 'variation'],
    ['p0', 'CLM-1', 'same'],
    ['p1', 'CLM-2', 'differs'],
    ['n1', 'CLM-2', 'same'],
  ])
  const first = firstChoice({...slide, statements})
  expect(acceptedClaims(first)).toEqual([])
  const all = withAlike(first, statements, ALL, true)
  expect(all.accepted).toMatchObject({p0: ['claim-CLM-1'], n1: ['claim-CLM-2']})
  // The notes come last, whatever was decided about first.
  expect(acceptedClaims(decided(all, {key: 'title', claim: 'claim-CLM-3', accept: true}))).toEqual([
    'claim-CLM-3',
    'claim-CLM-1',
    'claim-CLM-2',
  ])
  const withheld = new Map([['claim-CLM-1', 'notInForce'] as const])
  expect(acceptedClaims(withAlike(first, statements, withheld, true))).toEqual([])
  expect(acceptedClaims(withAlike(all, statements, ALL, false))).toEqual([])
  expect(withAlike({...first, included: false}, statements, ALL, true)).toEqual({
    ...first,
    included: false,
  })
})

test('hidden slides stay out, and risk information and the opening are known', () => {
  const kinds = ['Results', 'Warnings and contraindications'].map((title) =>
    firstChoice({slide: {...SLIDE, title}, statements: []}),
  )
  expect(kinds.map(({kind}) => kind)).toEqual(['message', 'riskInformation'])
  const hidden = firstChoice({slide: {...SLIDE, opens: true, hidden: true}, statements: []})
  expect(hidden).toMatchObject({kind: 'title', included: false})
})

test('an accepted claim is listed once, and tied to the words of the body that state it', async () => {
  const {statements} = await suggested(SLIDE)
  const first = withAlike(firstChoice({slide: SLIDE, statements}), statements, ALL, true)
  const choice = decided(decided(first, {key: 'title', claim: 'claim-CLM-1', accept: true}), {
    key: 'p1',
    claim: 'claim-CLM-2',
    accept: true,
  })
  const [slide, deck] = buildDrafts({
    deckId: 'deck-1',
    settings: {
      title: 'Deck',
      launch: 'launch-1',
      markets: ['US'],
      audience: 'HCP',
      materialCode: 'OS',
    },
    slides: [{id: 's1', slide: SLIDE, choice, note: 'Page 3'}],
    file: 'file-1-pptx',
    pictures: new Map(),
    note: 'From a file',
  })
  expect(slide).toMatchObject({
    _id: 'drafts.s1',
    headline: SLIDE.title,
    claims: [{_ref: 'claim-CLM-1'}, {_ref: 'claim-CLM-2'}],
    artwork: {pptx: {asset: {_ref: 'file-1-pptx'}}, page: 3},
    materialCode: 'OS-003',
    speakerNotes: SLIDE.notes,
  })
  expect(slide?.body).toMatchObject([
    {
      listItem: 'bullet',
      level: 2,
      markDefs: [{_key: 'p0m0', _type: 'claimReference', claim: {_ref: 'claim-CLM-1'}}],
      children: [{marks: ['p0m0']}, {marks: ['strong', 'p0m0']}],
    },
    {markDefs: [{claim: {_ref: 'claim-CLM-2'}}]},
  ])
  expect(deck).toMatchObject({
    _id: 'drafts.deck-1',
    launch: {_ref: 'launch-1'},
    slides: [{slide: {_ref: 's1', _weak: true}, use: 'core'}],
  })
})

test('a claim that was refused again is nowhere', async () => {
  const {statements} = await suggested(SLIDE)
  const choice = decided(
    withAlike(firstChoice({slide: SLIDE, statements}), statements, ALL, true),
    {
      key: 'p0',
      claim: 'claim-CLM-1',
      accept: false,
    },
  )
  const [slide] = buildDrafts({
    deckId: 'deck-1',
    settings: {title: 'Deck', markets: []},
    slides: [{id: 's1', slide: SLIDE, choice, note: ''}],
    file: 'file-1-pptx',
    pictures: new Map(),
    note: '',
  })
  // What is said in the notes is listed, and tied to no words: notes carry no marks.
  expect(slide?.claims).toMatchObject([{_ref: 'claim-CLM-2'}])
  expect(JSON.stringify(slide?.body)).not.toContain('claimReference')
  expect(JSON.stringify(slide)).not.toContain('CLM-1')
})

test('what differs from the nearest approved wording is shown word by word, numbers whole', () => {
  expect(wordingDifference(['Quiet', '34 dBA at 1 m'], '35 dBA at 1 m')).toEqual({
    isSame: false,
    parts: [
      {value: '34', change: 'removed'},
      {value: '35', change: 'added'},
      {value: ' dBA at 1 m', change: 'kept'},
    ],
  })
  expect(wordingDifference(['34 dBA'], '34 dBA').isSame).toBe(true)
})
