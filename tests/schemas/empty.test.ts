import {afterAll, beforeAll, expect, test} from 'vitest'
import {schemaTypes} from '../../schemas/index.ts'
import {containing, startValidation} from './startValidation.ts'

/* A form in which nothing was typed says all that is missing, and nothing of it twice. */
let validation: Awaited<ReturnType<typeof startValidation>>

beforeAll(async () => {
  validation = await startValidation()
})
afterAll(() => validation.close())

const DOCUMENT_TYPES = schemaTypes.flatMap(({name, type}) => (type === 'document' ? [name] : []))

test.each(DOCUMENT_TYPES)('an empty %s', async (_type) => {
  const errors = await validation.errorsOf({_id: 'drafts.empty', _type})
  expect(errors.length).toBeGreaterThan(0)
  expect(errors.toSorted()).toEqual([...new Set(errors)].toSorted())
})

test.each([
  ['evidence', 'citation: Give the title'],
  ['product', 'clearances: Add the clearance or approval of at least one market'],
])('an object or a list that is not there is missed: of %s', async (_type, message) => {
  expect(await validation.errorsOf({_id: 'drafts.empty', _type})).toEqual(containing(message))
})

test('a number that is missing in a part is told once', async () => {
  const criteria = [{_key: 'a', _type: 'criterion'}]
  const errors = await validation.errorsOf({
    _id: 'drafts.empty',
    _type: 'coachingRubric',
    criteria,
  })
  expect(errors.filter((error) => error.startsWith('criteria.[].weight'))).toHaveLength(1)
})
