import {describe, expect, test} from 'vitest'
import {outcomesOf, reasonsOf} from './fixtures/stored.ts'

/** What a claim rests on after a row with these cells: evidence and place. */
function restsOn(columns: string, cells: string): unknown {
  const [outcome] = outcomesOf(`Code\t${columns}\nCLM-001\t${cells}`)
  if (outcome?.status === 'refused') return outcome.reasons.map(({key}) => key)
  return outcome?.status === 'changed' ? outcome.changes[0]?.after : outcome?.status
}

const entry = (id: string, place: object, _key = id, weak = {}) => ({
  _key,
  _type: 'substantiation',
  evidence: {_type: 'reference', _ref: id, ...weak},
  locator: {_type: 'locator', ...place},
})
const place = (page: string) => ({page})

describe('evidence is found', () => {
  test.each([
    'trial',
    'tri-1',
    'A trial; of warming',
    '10.5555/TRI.1',
    'https://doi.org/10.5555/tri.1',
  ])('by %s', (name) => {
    expect(restsOn('Evidence\tPage', `${name}\t9`)).toEqual([
      entry('trial', {page: '9', table: '2'}, 'one'),
    ])
  })

  test('in a written-out citation, by its DOI', () => {
    const citation = 'Dunmore A, et al. A trial of it. J Warm 2025. doi: 10.5555/tri.1.'
    expect(restsOn('Evidence\tPage', `${citation}\t9`)).toEqual([
      entry('trial', {page: '9', table: '2'}, 'one'),
    ])
  })

  test('more than once in a cell, each with its place', () => {
    expect(restsOn('Evidence', 'TRI-1, p. 4, Table 2 | DOF-77: p. 1')).toEqual([
      entry('trial', {page: '4', table: '2'}, 'one'),
      entry('report', place('1')),
    ])
    expect(restsOn('Evidence\tPage', 'REP-2; TRI-1; REP-2\t1;;3')).toEqual([
      entry('report', place('1')),
      entry('trial', {page: '4', table: '2'}, 'one'),
      entry('report', place('3'), 'report-2'),
    ])
  })

  test('as a draft, to which the reference grows firm when it is published', () => {
    const weak = {_weak: true, _strengthenOnPublish: {type: 'evidence'}}
    expect(restsOn('Evidence\tLocator', 'BEN-3\tp. 1')).toEqual([
      entry('bench', place('1'), 'bench', weak),
    ])
  })
})

test('a place alone changes the place of what is there', () => {
  expect(restsOn('Page', '5')).toEqual([entry('trial', {page: '5', table: '2'}, 'one')])
  expect(restsOn('Locator', 'p. 5')).toEqual([entry('trial', place('5'), 'one')])
})

test.each([
  ['Evidence', 'TRI-9; TRI-1; NO-1', ['evidence.unknown', 'evidence.unknown']],
  ['Evidence', 'Twin', ['evidence.several']],
  ['Evidence', 'GON-4', ['evidence.retracted']],
  ['Evidence', 'REP-2', ['evidence.no-place']],
  ['Evidence\tPage', 'TRI-1; REP-2\t4', ['evidence.uneven']],
  ['Evidence\tLocator', 'TRI-1\tSection 4', ['evidence.place-unclear']],
  ['Evidence', 'see 10.5555/tri.1 and 10.5555/other', ['evidence.unknown']],
])('%s: %s is refused', (columns, cells, keys) => {
  expect(restsOn(columns, cells)).toEqual(keys)
})

test('a statement with a semicolon is an indication by its whole words', () => {
  expect(outcomesOf('Code\tIndications\nCLM-001\tTo warm; before|after surgery')).toMatchObject([
    {
      changes: [
        {
          after: [
            {_key: 'a', _ref: 'before'},
            {_key: 'after', _type: 'reference', _ref: 'after'},
          ],
        },
      ],
    },
  ])
  expect(reasonsOf('Code,Product\nCLM-001,pump|pump')).toEqual(['product.two'])
})
