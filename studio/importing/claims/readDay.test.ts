import {expect, test} from 'vitest'
import {readDay} from './readDay.ts'

test.each([
  ['2027-03-31', '2027-03-31'],
  ['2027-3-1', '2027-03-01'],
  ['2027-03-31T00:00:00.000Z', '2027-03-31'],
  ['31.12.2027', '2027-12-31'],
  ['31/12/2027', '2027-12-31'],
  ['12/31/2027', '2027-12-31'],
  ['05/05/2027', '2027-05-05'],
  ['31 Dec 2027', '2027-12-31'],
  ['1-September-2027', '2027-09-01'],
  ['29 Feb 2028', '2028-02-29'],
  ['March 31, 2027', '2027-03-31'],
  ['Sept. 1st 2027', '2027-09-01'],
  ['February 30, 2027', undefined],
  ['Smarch 13, 2027', undefined],
  ['03/04/2027', undefined],
  ['2027-02-29', undefined],
  ['30.02.2027', undefined],
  ['46022', undefined],
  ['12 Xyz 2027', undefined],
  ['31/12/27', undefined],
  ['soon', undefined],
])('%s is %s', (text, day) => {
  expect(readDay(text)).toBe(day)
})
