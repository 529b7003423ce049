import {describe, expect, test} from 'vitest'
import {isAllowedHost, isAllowedOrigin} from './origins.ts'

describe('isAllowedHost', () => {
  test.each([
    'localhost',
    'localhost:4000',
    's1.throughline.localhost:4000',
    '127.0.0.1:80',
    '[::1]:80',
  ])('takes %s', (host) => {
    expect(isAllowedHost(host)).toBe(true)
  })

  test.each([
    undefined,
    '',
    'example.org',
    'localhost.example.org',
    '127.0.0.1.example.org',
    'notlocalhost',
    '10.0.0.1',
  ])('refuses %s', (host) => {
    expect(isAllowedHost(host)).toBe(false)
  })
})

describe('isAllowedOrigin', () => {
  test('takes loopback pages and named ones, and no page that only resembles them', () => {
    const named = ['https://studio.example.org', /^https:\/\/pr-\d+\.example\.org$/u]
    expect(isAllowedOrigin('http://localhost:3333', named)).toBe(true)
    expect(isAllowedOrigin('https://studio.example.org', named)).toBe(true)
    expect(isAllowedOrigin('https://pr-7.example.org', named)).toBe(true)
    expect(isAllowedOrigin('https://studio.example.org.evil.org', named)).toBe(false)
    expect(isAllowedOrigin('https://pr-x.example.org', named)).toBe(false)
    expect(isAllowedOrigin('null', named)).toBe(false)
  })
})
