import {expect, test} from 'vitest'
import {hearsVersions} from './hearsVersions.ts'

test.each([
  ['v1', '', true],
  ['v2021-06-07', '', true],
  ['v2025-02-18', '', true],
  ['v2025-02-19', '', false],
  ['v2026-11-01', '', false],
  ['vX', '', false],
  ['v2026-11-01', 'includeAllVersions=true', true],
  ['vX', 'includeAllVersions=true', true],
  ['v2026-11-01', 'includeAllVersions=false', false],
])('%s with "%s": %s', (version, search, expected) => {
  const address = `http://localhost:4000/${version}/data/listen/production?${search}`
  expect(hearsVersions(address, new URLSearchParams(search))).toBe(expected)
})
