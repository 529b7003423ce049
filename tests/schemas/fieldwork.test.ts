import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {reference} from '../../scripts/seed/build.ts'
import {newExamples} from './examples.ts'
import {fieldExamples} from './fieldExamples.ts'
import {containing, startValidation} from './startValidation.ts'

/* What is recorded in the field: of people only their codes, of patients nothing, and each gap once. */
let validation: Awaited<ReturnType<typeof startValidation>>
const errorsWith = (type: string, change: object): Promise<string[]> =>
  validation.errorsWith(`example-${type}`, change)
const warningsWith = (type: string, change: object): Promise<string[]> =>
  validation.warningsWith(`example-${type}`, change)

beforeAll(async () => {
  validation = await startValidation()
  const transaction = validation.clientFor('administrator').transaction()
  for (const document of newExamples) transaction.createOrReplace(document)
  await transaction.commit()
})
afterAll(() => validation.close())

/** The first entry of a list of an example. */
function firstOf(type: string, list: string): object {
  const entries = fieldExamples.find(({_type}) => _type === type)?.[list]
  return Array.isArray(entries) && isRecord(entries[0]) ? entries[0] : {}
}

test('whoever speaks is known by a code, never by a name', async () => {
  for (const type of ['deckWalk', 'fieldObservation', 'completion']) {
    for (const repCode of ['Rosa Meyer', 'rosa@ostrand.example', 'Rosa']) {
      expect(await errorsWith(type, {repCode})).toEqual(containing('Use a code with a number'))
    }
    expect(await errorsWith(type, {repCode: 'REP-07'})).toEqual([])
  }
})

test('nothing is recorded that has yet to happen', async () => {
  const days = {deckWalk: 'walkedOn', fieldObservation: 'observedOn', completion: 'completedOn'}
  for (const [type, day] of Object.entries(days)) {
    expect(await errorsWith(type, {[day]: '2999-01-01'})).toEqual(containing('yet to come'))
  }
})

test('details of patients are pointed out', async () => {
  const verbatim = 'The 67-year-old in bed 4 was warm.'
  const messages = [{...firstOf('fieldObservation', 'messages'), verbatim}]
  const words = 'reads like a detail of a patient'
  expect(await warningsWith('fieldObservation', {messages})).toEqual(containing(words))
  const offPlatform = [{_key: 'a', _type: 'offPlatformPhrase', said: 'Look up MRN 20417.'}]
  expect(await warningsWith('fieldObservation', {offPlatform})).toEqual(containing(words))
  expect(await warningsWith('fieldObservation', {})).toEqual([])
})

describe('a message', () => {
  const observing = (change: object, of: object = {}) => ({
    ...of,
    messages: [{...firstOf('fieldObservation', 'messages'), ...change}],
  })

  test('has an outcome where somebody listened', async () => {
    expect(await errorsWith('fieldObservation', observing({outcome: undefined}))).toEqual(
      containing('Say what became of the message'),
    )
  })

  test('has a recall where a customer was asked, and nowhere else', async () => {
    expect(await errorsWith('fieldObservation', observing({recall: 'aided'}))).toEqual(
      containing('Recall is asked of customers only'),
    )
    const asked = {source: 'customerFeedback'}
    expect(await errorsWith('fieldObservation', observing({}, asked))).toEqual(
      containing('what the customer still knows'),
    )
    const remembered = observing({recall: 'unaided', outcome: undefined}, asked)
    expect(await errorsWith('fieldObservation', remembered)).toEqual([])
  })

  test('that was not called for leaves the denominator: it has no level', async () => {
    expect(await errorsWith('fieldObservation', observing({outcome: 'notCalledFor'}))).toEqual(
      containing('What was not called for is not counted'),
    )
    const out = observing({outcome: 'notCalledFor', level: undefined})
    expect(await errorsWith('fieldObservation', out)).toEqual([])
  })

  test('has a level of the rubric, for what the rubric coaches', async () => {
    expect(await errorsWith('fieldObservation', observing({level: 'Superb'}))).toEqual(
      containing('messages.[].level: The rubric has no such level for this message'),
    )
    const other = observing({anchor: reference('claim-009')})
    expect(await errorsWith('fieldObservation', other)).toEqual(
      containing('The rubric does not coach this message'),
    )
    expect(await errorsWith('fieldObservation', {rubric: undefined})).toEqual(
      containing('A level comes from a rubric'),
    )
  })

  test('that drifted has its words, and every one the wording that was due', async () => {
    const drifted = observing({outcome: 'overstated', verbatim: undefined})
    expect(await warningsWith('fieldObservation', drifted)).toEqual(
      containing('Write what was said'),
    )
    expect(await warningsWith('fieldObservation', observing({fingerprint: undefined}))).toEqual(
      containing('nobody can tell later what this was about'),
    )
    expect(await errorsWith('fieldObservation', observing({fingerprint: 'CLM-008'}))).toEqual(
      containing('v1- and 64 digits'),
    )
  })

  test('stands once in an observation, which says something', async () => {
    const first = firstOf('fieldObservation', 'messages')
    const messages = [first, {...first, _key: 'again'}]
    expect(await errorsWith('fieldObservation', {messages})).toEqual(
      containing('A message stands here twice'),
    )
    const nothing = {messages: [], offPlatform: [], possibleComplaint: undefined}
    expect(await errorsWith('fieldObservation', nothing)).toEqual(
      containing('Add at least one message'),
    )
  })
})

test('a rubric was in force on the day', async () => {
  const raw = validation.clientFor('administrator')
  await raw.patch('example-coachingRubric').set({expiresOn: '2026-11-02'}).commit()
  expect(await errorsWith('fieldObservation', {})).toEqual(
    containing('last in force on 2026-11-02: choose the one of that day'),
  )
  await raw.patch('example-coachingRubric').unset(['expiresOn']).commit()
  const draft = {...(await raw.getDocument('example-coachingRubric')), _id: 'drafts.rubric-2'}
  await raw.createOrReplace({...draft, _type: 'coachingRubric'})
  expect(await errorsWith('fieldObservation', {rubric: reference('rubric-2')})).toEqual(
    containing('This rubric is not published'),
  )
})

describe('a possible complaint', () => {
  const saying = (possibleComplaint: object) => ({possibleComplaint})

  test('is forwarded at once, and not before it was observed', async () => {
    expect(await errorsWith('fieldObservation', saying({yes: true}))).toEqual(
      containing('Forward it to the complaint unit today'),
    )
    const early = saying({yes: true, forwardedOn: '2026-11-01', number: 'C-1'})
    expect(await errorsWith('fieldObservation', early)).toEqual(
      containing('forwarded before it was observed'),
    )
  })

  test('closes only with its number', async () => {
    const open = saying({yes: true, forwardedOn: '2026-11-04'})
    expect(await errorsWith('fieldObservation', open)).toEqual([])
    expect(await warningsWith('fieldObservation', open)).toEqual(
      containing('It stays open until the complaint unit has given its number'),
    )
    expect(await warningsWith('fieldObservation', {})).toEqual([])
  })

  test('is said where there is a day or a number', async () => {
    expect(await errorsWith('fieldObservation', saying({number: 'C-1'}))).toEqual(
      containing('A number comes from the complaint unit'),
    )
    expect(await errorsWith('fieldObservation', saying({forwardedOn: '2026-11-04'}))).toEqual(
      containing('Nothing here is a possible complaint'),
    )
  })
})

describe('a deck walk', () => {
  const step = firstOf('deckWalk', 'steps')

  test('says what was said instead', async () => {
    expect(await errorsWith('deckWalk', {steps: [{...step, note: ''}]})).toEqual(
      containing('Write what was said instead'),
    )
    expect(
      await errorsWith('deckWalk', {steps: [{...step, outcome: 'onScript', note: ''}]}),
    ).toEqual([])
  })

  test('has each core slide of its deck once, and no other', async () => {
    expect(await errorsWith('deckWalk', {steps: [step, {...step, _key: 'again'}]})).toEqual(
      containing('A slide stands here twice'),
    )
    const steps = [{...step, slide: reference('slide-03')}]
    const warnings = await warningsWith('deckWalk', {steps})
    expect(warnings).toEqual(containing('This slide is not in the deck'))
    expect(warnings).toEqual(containing('A core slide has no entry'))
  })

  test('names the copy that was walked by its code', async () => {
    expect(await errorsWith('deckWalk', {sealCode: undefined})).toEqual(
      containing('Give the code on the deck'),
    )
    expect(await errorsWith('deckWalk', {sealCode: 'OS-KEL-900'})).toEqual(
      containing('as it is printed, four and four'),
    )
  })
})

test('a statement of older material traces back to a claim, or to none', async () => {
  const statement = firstOf('legacyMaterial', 'statements')
  const saying = (change: object) =>
    errorsWith('legacyMaterial', {statements: [{...statement, ...change}]})
  expect(await saying({verdict: 'matchesNothing'})).toEqual(
    containing('It matches nothing: take the claim out'),
  )
  expect(await saying({claim: undefined})).toEqual(containing('or say that it matches nothing'))
  expect(await saying({verdict: 'matchesNothing', claim: undefined})).toEqual([])
})

test('a score is a part of one', async () => {
  expect(await errorsWith('completion', {score: 90})).toEqual(containing('a part of 1'))
  expect(await errorsWith('completion', {passed: undefined})).toEqual(
    containing('Say whether it was passed'),
  )
})
