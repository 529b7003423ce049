import {describe, expect, test} from 'vitest'
import type {ClaimColumn} from './claimColumn.ts'
import {CLAIM_COLUMNS} from './claimColumns.ts'
import {mapColumns} from './mapColumns.ts'
import {plainName} from './plainName.ts'

const columnsOf = (header: string[], ...choices: [number, ClaimColumn | undefined][]) =>
  mapColumns(header, new Map(choices)).columns.map(({column}) => column)

test('no name means two columns', () => {
  const names = CLAIM_COLUMNS.flatMap((each) => [...new Set(each.names.map(plainName))])
  expect(names.length).toBe(new Set(names).size)
})

describe('mapColumns', () => {
  test('knows columns by what teams call them, in any order and case', () => {
    expect(
      columnsOf([
        'EXPIRY  DATE',
        'claim_text',
        'Claim #',
        'Supporting reference',
        'Owner',
        'Market(s)',
      ]),
    ).toEqual(['expiresOn', 'statement', 'code', 'evidence', undefined, 'market'])
  })

  test('gives a field the column with the better name, and says so of the other', () => {
    const {columns} = mapColumns(['Wording', 'Code', 'Statement'])
    expect(columns).toEqual([
      {
        index: 0,
        header: 'Wording',
        note: {key: 'mapping.already', params: {field: 'Statement', header: 'Statement'}},
      },
      {index: 1, header: 'Code', column: 'code'},
      {index: 2, header: 'Statement', column: 'statement'},
    ])
  })

  test('guesses at neither of two columns of one name', () => {
    const {columns} = mapColumns(['Code', 'Statement', 'statement', '__proto__', ''])
    expect(columns.map(({column, note}) => column ?? note?.key)).toEqual([
      'code',
      'mapping.same-name',
      'mapping.same-name',
      undefined,
      undefined,
    ])
  })

  test('takes what was chosen before any name, and leaves out what is not to be imported', () => {
    const header = ['Code', 'Statement', 'Marketing text', 'Notes']
    expect(columnsOf(header, [2, 'statement'], [3, undefined])).toEqual([
      'code',
      undefined,
      'statement',
      undefined,
    ])
  })

  test('refuses a field that is chosen twice, and a file in which nothing is the code', () => {
    const twice = mapColumns(
      ['a', 'b'],
      new Map([
        [0, 'code'],
        [1, 'code'],
      ] as const),
    )
    expect(twice).toMatchObject({problem: {key: 'mapping.twice', params: {field: 'Code'}}})
    expect(twice.columns.map(({column}) => column)).toEqual(['code', 'code'])
    expect(mapColumns(['Statement'])).toMatchObject({problem: {key: 'mapping.no-code'}})
  })
})
