import {expect, test} from 'vitest'
import {isTimeZone} from './isTimeZone.ts'

test.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires'])('%s is one', (zone) => {
  expect(isTimeZone(zone)).toBe(true)
})

test.each(['Berlin', '', 'Europe/Nowhere', undefined, null, 1])('%s is none', (value) => {
  expect(isTimeZone(value)).toBe(false)
})
