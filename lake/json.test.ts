import {describe, expect, test} from 'vitest'
import {isShallow} from './json.ts'

describe('isShallow', () => {
  const nested = (levels: number): unknown =>
    JSON.parse(`${'{"a":['.repeat(levels)}1${']}'.repeat(levels)}`)

  test('counts objects and lists alike', () => {
    expect(isShallow(nested(2), 4)).toBe(true)
    expect(isShallow(nested(3), 4)).toBe(false)
    expect(isShallow('text', 0)).toBe(true)
  })

  test('judges any depth without a stack to overflow', () => {
    expect(isShallow(nested(200_000), 200)).toBe(false)
  })
})
