import {describe, expect, test} from 'vitest'
import {readArguments} from './readArguments.ts'
import {readMapOptions} from './readMapOptions.ts'

const HEADER = ['Code', 'Claim text', 'a=b', 'Note', 'note']

describe('readMapOptions', () => {
  test.each([
    ['Claim text=statement', [1, 'statement']],
    ['CLAIM_TEXT=Label status', [1, 'labelStatus']],
    ['a=b=footnote', [2, 'footnote']],
    ['#4=qualifier', [3, 'qualifier']],
    ['#4=-', [3, undefined]],
  ])('reads %s', (option, choice) => {
    expect([...readMapOptions(HEADER, [option])]).toEqual([choice])
  })

  test.each([
    ['Words=statement', 'no column “Words”'],
    ['Claim text=words', 'no field “words”'],
    ['Note=statement', '#4, #5'],
    ['#9=statement', 'no column #9'],
    ['statement', 'COLUMN=FIELD'],
  ])('refuses %s', (option, words) => {
    expect(() => readMapOptions(HEADER, [option])).toThrow(words)
  })
})

describe('readArguments', () => {
  test('writes only when that is said', () => {
    expect(readArguments(['a.csv', '--map', 'a=b', '--map', 'c=d'])).toEqual({
      file: 'a.csv',
      write: false,
      acceptedOnly: false,
      json: false,
      map: ['a=b', 'c=d'],
    })
    expect(readArguments(['--write', '--accepted-only', 'a.csv'])).toMatchObject({
      write: true,
      acceptedOnly: true,
    })
  })

  test.each([
    [[], 'Name one file'],
    [['a.csv', 'b.csv'], 'Name one file'],
    [['a.csv', '--wirte'], '--wirte'],
  ])('refuses %j', (args, words) => {
    expect(() => readArguments(args)).toThrow(words)
  })
})
