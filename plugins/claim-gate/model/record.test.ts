import {expect, test} from 'vitest'
import {idAt, isRecord, listAt, textAt, textsAt, valueAt} from './record.ts'

const record = {
  text: 'words',
  none: '',
  number: 7,
  nothing: null,
  list: ['a', 1, null, 'b', {}],
  launch: {_type: 'reference', _ref: 'spring', deep: {name: 'Spring'}},
}

test.each([
  ['text', {text: 'words', list: [], texts: []}],
  ['none', {text: '', list: [], texts: []}],
  ['number', {text: undefined, list: [], texts: []}],
  ['nothing', {text: undefined, list: [], texts: []}],
  ['list', {text: undefined, list: ['a', 1, null, 'b', {}], texts: ['a', 'b']}],
  ['absent', {text: undefined, list: [], texts: []}],
])('only text is read as text, and only a list as a list: %s', (key, read) => {
  expect({
    text: textAt(record, key),
    list: listAt(record, key),
    texts: textsAt(record, key),
  }).toStrictEqual(read)
})

test.each([
  ['launch', 'spring'],
  ['launch._ref', 'spring'],
  ['launch.deep.name', 'Spring'],
  ['launch.deep', undefined],
  ['text', 'words'],
  ['none', undefined],
  ['number', undefined],
  ['nothing', undefined],
  ['list', undefined],
  ['absent.path', undefined],
])('the id at %s is %s', (path, id) => {
  expect(idAt(record, path)).toBe(id)
})

test.each([
  ['launch.deep', {name: 'Spring'}],
  ['list', record.list],
  ['nothing', null],
  ['nothing.deep', undefined],
  ['absent.deep.deeper', undefined],
  ['text.length', undefined],
  ['list.length', undefined],
  ['list.0', undefined],
])('a path leads from record to record and nowhere else: %s', (path, value) => {
  expect(valueAt(record, path)).toStrictEqual(value)
})

test('a record is neither a list nor nothing', () => {
  expect([{}, record, [], null, undefined, 'a', 7].map(isRecord)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})
