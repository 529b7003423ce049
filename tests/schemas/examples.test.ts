import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {paragraph, reference, references} from '../../scripts/seed/build.ts'
import {newExamples} from './examples.ts'
import {containing, startValidation} from './startValidation.ts'

/* What the demo launch lacks: one document of every type, valid until a test takes something away. */
let validation: Awaited<ReturnType<typeof startValidation>>
const errorsWith = (type: string, change: object): Promise<string[]> =>
  validation.errorsWith(`example-${type}`, change)

beforeAll(async () => {
  validation = await startValidation()
  const transaction = validation.clientFor('administrator').transaction()
  for (const document of newExamples) transaction.createOrReplace(document)
  await transaction.commit()
})
afterAll(() => validation.close())

test.each(newExamples.map((document) => [document._type, document] as const))(
  '%s: its example is valid',
  async (_type, document) => {
    expect(await validation.errorsOf(document)).toEqual([])
  },
)

describe('what something rests on', () => {
  test.each([
    [
      'deckSlide',
      {claims: [], body: []},
      'Add at least one claim: every slide but a title rests on one',
    ],
    ['deck', {slides: []}, 'Add the slides of the deck'],
    ['leaveBehind', {sections: []}, 'Add at least one section, with the claims'],
    ['vacKit', {sections: undefined}, 'Add at least one section, with the claims'],
    ['lmsModule', {objectives: []}, 'Add at least one objective, with the claims'],
    ['lmsModule', {practice: []}, 'at least one tool that reps will carry'],
    ['coachingRubric', {criteria: []}, 'Add at least one criterion, with the message'],
    ['messagingPlatform', {pillars: []}, 'at least one pillar'],
    ['valueProposition', {claims: []}, 'rests on at least one claim'],
    ['objectionResponse', {claims: []}, 'answered with at least one claim'],
  ])('%s: nothing stands without it (%#)', async (type, change, words) => {
    expect(await errorsWith(type, change)).toEqual(containing(words))
  })
})

describe('text', () => {
  const cited = [paragraph('p1', [{words: '51 vs 94 seconds', claim: 'CLM-009'}])]
  const unlisted = 'which is not listed here: add it'

  test('cites only what stands beside it', async () => {
    const part = {_key: 'a', body: cited, claims: references(['claim-008'])}
    expect(await errorsWith('objectionResponse', {respond: cited})).toEqual(containing(unlisted))
    const leaflet = [{...part, _type: 'section', heading: 'Set-up'}]
    expect(await errorsWith('leaveBehind', {sections: leaflet})).toEqual(containing(unlisted))
    const kit = [{...part, _type: 'section', kind: 'improvement'}]
    expect(await errorsWith('vacKit', {sections: kit})).toEqual(containing(unlisted))
    const lessons = [{...part, _type: 'lesson', title: 'Set-up'}]
    expect(await errorsWith('lmsModule', {lessons})).toEqual(containing(unlisted))
  })

  test('of a response is not empty', async () => {
    expect(await errorsWith('objectionResponse', {respond: []})).toEqual(
      containing('Write the response'),
    )
  })
})

test('an asset stays within the audiences and markets of all its claims, however deep', async () => {
  const refused = 'CLM-008 is not for this audience'
  for (const type of ['leaveBehind', 'vacKit', 'lmsModule', 'coachingRubric', 'valueProposition']) {
    expect(await errorsWith(type, {audience: 'patient'})).toEqual(containing(refused))
  }
  expect(await errorsWith('coachingRubric', {markets: ['EU']})).toEqual(
    containing('CLM-008 may not be made in European Union'),
  )
})

test('retracted evidence is an error wherever a claim or a proof rests on it', async () => {
  const raw = validation.clientFor('administrator')
  await raw.patch('evidence-4').set({status: 'retracted'}).commit()
  for (const type of ['leaveBehind', 'objectionResponse', 'lmsModule', 'coachingRubric']) {
    expect(await errorsWith(type, {})).toEqual(containing('CLM-008 rests on retracted evidence'))
  }
  expect(await errorsWith('proofPoint', {})).toEqual(containing('has been retracted'))
  await raw.patch('evidence-4').set({status: 'current'}).commit()
})

test('a deck shows a slide once', async () => {
  const entry = {_type: 'deckEntry', slide: reference('slide-10')}
  const slides = [
    {...entry, _key: 'a', use: 'core'},
    {...entry, _key: 'b', use: 'backup'},
  ]
  expect(await errorsWith('deck', {slides})).toEqual(containing('A slide stands here twice'))
})

test('a proof point that names a time point names its endpoint', async () => {
  expect(await errorsWith('proofPoint', {metric: {timepoint: '1 hour'}})).toEqual(
    containing('Name the endpoint'),
  )
})

describe('a module', () => {
  const [lmsModule] = newExamples.filter(({_type}) => _type === 'lmsModule')
  const first = (field: string): object => {
    const list = lmsModule?.[field]
    return Array.isArray(list) && isRecord(list[0]) ? list[0] : {}
  }

  test('has objectives that can be observed', async () => {
    const objectives = [{...first('objectives'), verb: 'Understand'}]
    expect(await errorsWith('lmsModule', {objectives})).toEqual(containing('can be observed'))
  })

  test('asks about what its objectives rest on', async () => {
    const assessment = [{...first('assessment'), claim: reference('claim-009')}]
    expect(await errorsWith('lmsModule', {assessment})).toEqual(
      containing('No objective rests on this claim'),
    )
  })

  test('asks questions that can be failed and passed', async () => {
    const answer = (key: string, correct: boolean) => ({
      _key: key,
      _type: 'answerOption',
      text: key,
      correct,
    })
    const asking = (...options: object[]) =>
      errorsWith('lmsModule', {assessment: [{...first('assessment'), options}]})
    const oneOf = containing('at least one answer as correct')
    expect(await asking(answer('a', true), answer('b', true))).toEqual(oneOf)
    expect(await asking(answer('a', false), answer('b', false))).toEqual(oneOf)
    expect(await asking(answer('a', true))).toEqual(containing('at least two answers'))
  })

  test('says which score passes its assessment', async () => {
    expect(await errorsWith('lmsModule', {masteryScore: undefined})).toEqual(
      containing('the score that passes'),
    )
    expect(await errorsWith('lmsModule', {masteryScore: 80})).toEqual(containing('a part of 1'))
    expect(await errorsWith('lmsModule', {masteryScore: undefined, assessment: []})).toEqual([])
  })

  test('says how its package is played', async () => {
    const file = {_type: 'file'}
    expect(await errorsWith('lmsModule', {package: {file}})).toEqual(
      containing('by which standard'),
    )
    expect(await errorsWith('lmsModule', {package: {standard: 'cmi5'}, moveOn: undefined})).toEqual(
      containing('cmi5 takes'),
    )
    expect(
      await errorsWith('lmsModule', {package: {standard: 'scorm12'}, moveOn: undefined}),
    ).toEqual([])
  })
})

describe('a rubric', () => {
  const [rubric] = newExamples.filter(({_type}) => _type === 'coachingRubric')
  const criterion: object = Array.isArray(rubric?.criteria) ? rubric.criteria[0] : {}
  const scoring = (...changes: object[]) =>
    errorsWith('coachingRubric', {
      criteria: changes.map((change, index) => ({...criterion, _key: `c${index}`, ...change})),
    })

  test('has weights that add up to 100', async () => {
    expect(await scoring({weight: 40}, {weight: 50})).toEqual(containing('add up to 90'))
    expect(await scoring({weight: 33.4}, {weight: 33.3}, {weight: 33.3})).toEqual([])
  })

  test('describes four or five levels', async () => {
    const level = {_type: 'level', label: 'Not yet', descriptor: 'It is not said.'}
    const levels = [1, 2, 3, 4, 5, 6].map((key) => ({...level, _key: `l${key}`}))
    const words = containing('four or five levels')
    expect(await scoring({levels: levels.slice(0, 3)})).toEqual(words)
    expect(await scoring({levels})).toEqual(words)
  })
})

test('content and training are led by two people', async () => {
  expect(await errorsWith('brief', {trainingLead: reference('person-author')})).toEqual(
    containing('leads the content already'),
  )
})

test('targets are percentages', async () => {
  expect(await errorsWith('launch', {targets: {readiness: 120}})).toEqual(
    containing('percentage from 0 to 100'),
  )
})
