import type {ValidationMarker} from '@sanity/types'
import {expect, test} from 'vitest'
import {keepsFromPublishing, keepsFromSigning} from './keepsFromPublishing.ts'

const marker = (more: Partial<ValidationMarker>): ValidationMarker => ({
  level: 'error',
  path: [],
  message: 'Said of it',
  ...more,
})
const notPublished = (referenceId: unknown) =>
  marker({code: 'reference.not-published', details: {referenceId}})

test.each([
  ['nothing', [], false],
  ['a warning', [marker({level: 'warning'})], false],
  ['an error', [marker({})], true],
  ['a reference to what goes out with it', [notPublished('kit')], false],
  ['a reference to what does not', [notPublished('slide')], true],
  ['a reference that is not told', [marker({code: 'reference.not-published'})], true],
  ['an error of another kind that names it', [marker({details: {referenceId: 'kit'}})], true],
  ['an error beside such a reference', [notPublished('kit'), marker({})], true],
])('%s', (_what, markers, expected) => {
  expect(keepsFromPublishing(markers, ['module', 'kit'])).toBe(expected)
})

test.each([
  ['a warning', marker({level: 'warning'}), false],
  ['an error', marker({}), true],
  ['a rule that found something of its own', marker({code: 'custom'}), true],
  ['what has to be published first', notPublished('kit'), false],
  ['that a release waits for approval', marker({code: 'claim-gate.not-aligned'}), false],
])('of approval: %s', (_what, found, expected) => {
  expect(keepsFromSigning(found)).toBe(expected)
})
