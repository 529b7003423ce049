import {describe, expect, test} from 'vitest'
import {ApiError} from '../apiError.ts'
import {applyPatch} from './patch.ts'

const STAMPS = {_id: 'a', _type: 'thing', _rev: 'r', _createdAt: 't', _updatedAt: 't'}
const DOCUMENT = {...STAMPS, title: 'warm', size: 1, list: [{_key: 'x', n: 1}]}

describe('applyPatch', () => {
  test('applies its operations in a fixed order, whatever order they were sent in', () => {
    const operations = {
      inc: {size: 1},
      unset: ['title'],
      set: {size: 5},
      setIfMissing: {title: 'no', fresh: 1},
    }
    expect(applyPatch(DOCUMENT, operations, 0)).toEqual({
      ...STAMPS,
      list: DOCUMENT.list,
      size: 6,
      fresh: 1,
    })
  })

  test('judges each operation by what those before it left', () => {
    expect(applyPatch(DOCUMENT, {set: {title: 1}, inc: {title: 1}}, 0)).toMatchObject({title: 2})
    expect(() => applyPatch(DOCUMENT, {set: {size: 'big'}, inc: {size: 1}}, 0)).toThrow(ApiError)
  })

  test('changes neither the document nor the patch', () => {
    const before = JSON.stringify(DOCUMENT)
    const operations = {set: {'list[0].n': 2}, insert: {after: 'list[-1]', items: [{_key: 'y'}]}}
    const sent = JSON.stringify(operations)
    const after = applyPatch(DOCUMENT, operations, 0)
    expect(after).toMatchObject({list: [{_key: 'x', n: 2}, {_key: 'y'}]})
    expect(JSON.stringify(DOCUMENT)).toBe(before)
    expect(JSON.stringify(operations)).toBe(sent)
  })

  test('takes brackets and quotes inside of a key', () => {
    const odd = {...DOCUMENT, list: [{_key: 'a]"b', n: 1}]}
    expect(applyPatch(odd, {set: {'list[_key=="a]\\"b"].n': 2}}, 0)).toMatchObject({list: [{n: 2}]})
  })

  test('refuses a path that is too long to lead anywhere', () => {
    const path = `a${'.a'.repeat(5000)}`
    expect(() => applyPatch(DOCUMENT, {set: {[path]: 1}}, 0)).toThrow(/is not a path/u)
  })

  test.each([
    {set: {'a[': 1}},
    {set: {'a]': 1}},
    {set: {'a["x]': 1}},
    {set: {'': 1}},
    {set: {'__proto__.x': 1}},
    {set: {'[[': 1}},
    {set: 1},
    {unset: [1]},
    {unset: {}},
    {insert: {after: 'list[0]'}},
    {insert: {after: 'list[0]', before: 'list[0]', items: []}},
    {set: {size: 1e308}, inc: {size: 1e308}},
    {merge: {a: 1}},
    {diffMatchPatch: {title: 'no patch at all'}},
  ])('refuses %j with a 4xx', (operations) => {
    const attempt = () => applyPatch(DOCUMENT, operations, 3)
    expect(attempt).toThrow(ApiError)
    expect(attempt).toThrow(expect.objectContaining({statusCode: 400}))
  })
})
