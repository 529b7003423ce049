import {describe, expect, test} from 'vitest'
import type {LakeDocument} from '../storage/storage.ts'
import {createMatcher} from './createMatcher.ts'
import {GroqError} from './groqError.ts'

const WHEN = '2026-01-01T00:00:00Z'
const SLIDE: LakeDocument = {
  _id: 'drafts.slide',
  _type: 'slide',
  _rev: 'r',
  _createdAt: WHEN,
  _updatedAt: WHEN,
  title: 'Fast',
  claim: {_ref: 'claim'},
}

describe('the filter of a listener', () => {
  test.for([
    ['*', true],
    ['*[_id == $id || _id == $draft]', true],
    ['*[_id in [$id]]', false],
    ['*[_type in $types]', true],
    ['*[_type == "slide" && !(_id in path("drafts.**"))]', false],
    ['*[references($claim)]', true],
    ['*[references($id)]', false],
    ['*[sanity::versionOf($id)]', true],
    ['*[title match "fa*"]{_id} | order(title)[0...10]', true],
    ['*[[@, _id] match text::query("fast")]', true],
    ['*[claim->title == "x"]', false],
  ] as const)('%s', ([query, expected]) => {
    const params = {id: 'slide', draft: 'drafts.slide', types: ['slide'], claim: 'claim'}
    const matches = createMatcher(query, params)
    expect(matches(SLIDE)).toBe(expected)
    expect(matches(undefined)).toBe(false)
  })

  test.for(['{"a": 1}', 'count(*)', '"x"', '*[', '*[_id == $none]', '[1, 2][@ > 1]'])(
    '%s is none',
    (query) => {
      expect(() => createMatcher(query, {})).toThrow(GroqError)
    },
  )

  test('says so when it cannot tell', () => {
    const matches = createMatcher('*[_type == "slide"][geo::contains(a, b)]', {})
    expect(matches({...SLIDE, _type: 'other'})).toBe(false)
    expect(() => matches(SLIDE)).toThrow(GroqError)
  })
})
