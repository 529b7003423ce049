import {describe, expect, test} from 'vitest'
import {namesWithPlace, readPlace} from './readPlace.ts'

describe('readPlace', () => {
  test.each([
    ['p. 106', {page: '106'}],
    ['Page 106, Table 2', {page: '106', table: '2'}],
    ['pp. 4–5; fig. S3', {page: '4–5', figure: 'S3'}],
    ['Table 2a', {table: '2a'}],
    ['p. 4, “word for word, with a comma”', {page: '4', quote: 'word for word, with a comma'}],
    ['"36.0 °C"', {quote: '36.0 °C'}],
    ['panel', undefined],
    ['p. 4, p. 5', undefined],
    ['Section 4.2', undefined],
    ['“never closed', undefined],
    ['', undefined],
  ])('%s', (text, place) => {
    expect(readPlace(text)).toEqual(place)
  })
})

describe('namesWithPlace', () => {
  test.each([
    ['KEL-101, p. 106, Table 2', 'KEL-101', {page: '106', table: '2'}],
    ['KEL-101 (Table 2)', 'KEL-101', {table: '2'}],
    ['KEL-101: “words”', 'KEL-101', {quote: 'words'}],
  ])('%s', (text, name, place) => {
    expect([...namesWithPlace(text)][0]).toEqual({name, place})
  })

  test('finds nothing in a name alone, or in a text too long for one', () => {
    expect([...namesWithPlace('KEL-101, second report')]).toEqual([])
    expect([...namesWithPlace(`${'('.repeat(9000)}, p. 1`)]).toEqual([])
  })
})
