import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {examples, newExamples} from './examples.ts'
import {
  nameOf,
  referencePlaces,
  schemaPlaces,
  without,
  type SchemaPlace,
} from './referencePlaces.ts'
import {startValidation} from './startValidation.ts'

/* Everything traces back: whatever reference is taken away from a whole document, it is missed, and said why. */

/** Without these a document is whole. */
const OPTIONAL = [
  'brief.deliverables',
  'brief.kickOff.attendees',
  'claim.indications',
  'claim.supersedes',
  'coachingRubric.launch',
  'deck.launch',
  'deckSlide.launch',
  'deckSlide.objectionResponses',
  'deckWalk.additions.afterSlide',
  'deckWalk.additions.claim',
  'deckWalk.tasks.owner',
  'leaveBehind.launch',
  'lmsModule.brief',
  'lmsModule.launch',
  'lmsModule.practice.objectionResponses',
  'lmsModule.practice.scoredWith',
  'messagingPlatform.objectionResponses',
  'messagingPlatform.owner',
  'messagingPlatform.pillars.proofPoints',
  'vacKit.launch',
  'vacKit.objectionResponses',
  'valueProposition.proofPoints',
]

const DOCUMENT_TYPES = schemaTypes.flatMap(({name, type}) => (type === 'document' ? [name] : []))

/** A document of the type that holds a reference wherever one can stand. */
function exampleOf(type: string): GateDocument {
  const example = examples.find(({_type}) => _type === type)
  const older = {_type: 'reference', _ref: 'claim-009', _weak: true}
  return type === 'claim'
    ? {...example, _id: 'claim-008', _type: 'claim', supersedes: older}
    : {_id: `example-${type}`, _type: type, ...example}
}

let validation: Awaited<ReturnType<typeof startValidation>>

beforeAll(async () => {
  validation = await startValidation()
  const transaction = validation.clientFor('administrator').transaction()
  for (const document of newExamples) transaction.createOrReplace(document)
  await transaction.commit()
})
afterAll(() => validation.close())

function placesOf(type: string): SchemaPlace[] {
  const compiled = validation.workspace.schema.get(type)
  return compiled ? schemaPlaces(compiled, type) : []
}

describe.each(DOCUMENT_TYPES)('%s', (type) => {
  const document = exampleOf(type)
  const places = referencePlaces(document)

  test('its example holds every reference that its schema has', () => {
    const held = places.map((place) => nameOf(type, place))
    expect([...new Set(held)].toSorted()).toEqual(
      [...new Set(placesOf(type).map(({name}) => name))].toSorted(),
    )
  })

  test('what the schema requires is not on the list of what may be left out', () => {
    const required = placesOf(type).filter(({isRequired}) => isRequired)
    expect(required.filter(({name}) => OPTIONAL.includes(name))).toEqual([])
  })

  test('a reference that is taken away is missed, and the message says what to do', async () => {
    const spared = await Promise.all(
      places.map(async (place) => {
        const errors = await validation.errorsOf({
          _id: document._id,
          _type: type,
          ...without(document, place),
        })
        return errors.some((error) => !error.endsWith(': Required')) ? [] : [nameOf(type, place)]
      }),
    )
    expect([...new Set(spared.flat())].toSorted()).toEqual(
      OPTIONAL.filter((name) => name.startsWith(`${type}.`)),
    )
  })
})

test('many references are required by the schema itself, of every type that holds one', () => {
  const required = DOCUMENT_TYPES.flatMap(placesOf).filter(({isRequired}) => isRequired)
  expect(required.map(({name}) => name)).toEqual(
    expect.arrayContaining([
      'claim.substantiation.evidence',
      'deck.slides.slide',
      'leaveBehind.sections.claims',
      'lmsModule.practice.asset',
      'lmsModule.assessment.claim',
      'coachingRubric.criteria.anchor',
      'deckSlide.body.markDefs.claim',
      'fieldObservation.messages.anchor',
      'completion.module',
    ]),
  )
})

test.each([
  ['leaveBehind', {sections: [{_type: 'section', _key: 'a', heading: 'Sound'}]}],
  ['vacKit', {sections: [{_type: 'section', _key: 'a', kind: 'safety'}]}],
  ['deckSlide', {claims: []}],
  ['lmsModule', {objectives: [{_type: 'learningObjective', _key: 'a', verb: 'state', text: 'x'}]}],
  ['coachingRubric', {criteria: [{_type: 'criterion', _key: 'a', behaviour: 'x', weight: 100}]}],
])('%s without its claim is not valid, and says why', async (type, change) => {
  expect(await validation.errorsWith(`example-${type}`, change)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(
        /Add at least one claim|rests on at least one claim|Choose the claim or the objection/u,
      ),
    ]),
  )
})
