import {describe, expect, test} from 'vitest'
import {trialModel} from '../fixtures/trialSchema.ts'
import {statement} from '../fixtures/trialWorld.ts'
import {instantOf, isBefore, isCalendarDay, startOfDay} from './instant.ts'
import {ownDates} from './ownDates.ts'

test('an instant is a full date-time and nothing less', () => {
  expect(instantOf('2026-03-01T12:00:00Z')).toBe(Date.UTC(2026, 2, 1, 12))
  expect(instantOf('2026-03-01T12:00:00.250+02:00')).toBe(Date.UTC(2026, 2, 1, 10, 0, 0, 250))
  const others = [
    '2026-03-01',
    '2026-03-01T12:00Z',
    '2026-03-01T12:00:00',
    'x2026-03-01T12:00:00Z',
    '2026-03-01T12:00:00Zx',
    '2026-03-01T12:00:00+0200',
    '',
  ]
  expect(others.filter((text) => !Number.isNaN(instantOf(text)))).toEqual([])
})

test('an end is still to come until its instant', () => {
  const end = '2026-03-01T12:00:00Z'
  expect(isBefore('2026-03-01T11:59:59Z', end)).toBe(true)
  expect(isBefore(end, end)).toBe(false)
  expect(isBefore(end, undefined)).toBe(true)
  expect(isBefore(end, 'next spring')).toBe(false)
})

test('a day is one that the calendar has, and whose next day can be written', () => {
  const days = ['2026-02-28', '2024-02-29', '0002-01-01', '9998-12-31']
  expect(days.filter((day) => !isCalendarDay(day))).toEqual([])
  const none = [
    '2026-02-29',
    '2026-13-01',
    '0001-12-31',
    '9999-01-01',
    '2026-3-1',
    ' 2026-03-01',
    '2026-03-01x',
    '',
  ]
  expect(none.filter((day) => isCalendarDay(day))).toEqual([])
})

describe('a day begins', () => {
  test.each([
    ['UTC', '2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['America/New_York', '2026-01-15', '2026-01-15T05:00:00.000Z'],
    ['America/New_York', '2026-07-15', '2026-07-15T04:00:00.000Z'],
    ['Asia/Kolkata', '2026-07-15', '2026-07-14T18:30:00.000Z'],
    // The clocks change on these days, at two in the morning.
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    // Before zones were kept to whole minutes.
    ['Africa/Monrovia', '1970-01-15', '1970-01-15T00:44:30.000Z'],
    ['UTC', '0987-01-15', '0987-01-15T00:00:00.000Z'],
  ])('in %s on %s', (zone, day, instant) => {
    expect(startOfDay(day, zone)).toBe(instant)
  })

  test('so many days later', () => {
    expect(startOfDay('2026-03-28', 'Europe/Berlin', 1)).toBe('2026-03-28T23:00:00.000Z')
    expect(startOfDay('2026-03-29', 'Europe/Berlin', 1)).toBe('2026-03-29T22:00:00.000Z')
    expect(startOfDay('2026-03-31', 'UTC', -1)).toBe('2026-03-30T00:00:00.000Z')
  })
})

describe('a document’s own dates', () => {
  const dates = (from: unknown, until: unknown, timeZone?: string) =>
    ownDates(
      timeZone ? {...trialModel, options: {...trialModel.options, timeZone}} : trialModel,
      statement('c', 'x', [], {from, until}),
    )

  test('begin with the first day and end with the last, in the zone of the options', () => {
    expect(dates('2026-03-01', '2026-03-31')).toEqual({
      validFrom: '2026-03-01T00:00:00.000Z',
      validUntil: '2026-04-01T00:00:00.000Z',
    })
    expect(dates(' 2026-07-01 ', undefined, 'America/New_York')).toEqual({
      validFrom: '2026-07-01T04:00:00.000Z',
    })
  })

  test('may be instants, and may be absent', () => {
    expect(dates('2026-03-01T12:00:00+02:00', '2026-03-02T00:00:00Z')).toEqual({
      validFrom: '2026-03-01T10:00:00.000Z',
      validUntil: '2026-03-02T00:00:00.000Z',
    })
    for (const absent of [undefined, null, '', '  ']) expect(dates(absent, absent)).toEqual({})
  })

  test.each([20260301, true, {}, ['2026-03-01'], 'soon', '2026-02-30'])(
    'that cannot be read are named: %j',
    (wrong) => {
      expect(dates(wrong, undefined)).toEqual({malformed: 'from'})
      expect(dates(undefined, wrong)).toEqual({malformed: 'until'})
      expect(dates(wrong, wrong)).toEqual({malformed: 'from'})
      expect(dates('2026-03-01', wrong)).toEqual({malformed: 'until'})
    },
  )
})
