import {describe, expect, test} from 'vitest'
import {choosingPath, placesOf, readPath} from './jsonMatchPath.ts'

describe('readPath', () => {
  test.each([
    'a',
    'a.b_c.D9',
    'a[0]',
    'a[-1].b',
    'a[1:3]',
    'a[:3]',
    'a[3:]',
    'a[0, 2, 4:6]',
    'a[_key=="x"]',
    'a[ _key == "x" ]',
    'a[_key == "]\\" [" ].n',
    "a['with-dash'].b",
    "['a'].b",
    'a..b',
    '..b',
    'a..[_key == "x"].b',
    'a[@ > 50]',
    'a[b.c <= -1.5]',
    'a[b?]',
    'a[b[2].c,d]',
    '[a, b.c]',
    'a[open==true]',
  ])('takes %s as it is', (path) => {
    expect(readPath(path)).toBe(path)
  })

  test('writes out what stands for every member, but not in a text', () => {
    expect(readPath('a[*].b[ : ]')).toBe('a[0:].b[0:]')
    expect(readPath('a[_key=="[*]"]')).toBe('a[_key=="[*]"]')
  })

  test.each([
    '',
    '.',
    'a.',
    '.a',
    'a b',
    'a"x"',
    'a[',
    'a]',
    'a[]',
    'a[[0]',
    'a["x"]',
    'a[_key=x]',
    'a[_key==x]',
    'a[0:4:2]',
    'a.[0]',
    'a#',
    'a-b',
    'ä',
    'a.0',
    '*',
    "a['x]",
    '__proto__.x',
    "a['__proto__']",
    '@',
    'x'.repeat(5000),
    1,
    null,
    undefined,
  ])('refuses %j', (path) => {
    expect(readPath(path)).toBeUndefined()
  })

  test('reads deep nesting without delay', () => {
    expect(readPath(`${'a['.repeat(1000)}0${']'.repeat(1000)}`)).toBeDefined()
  })
})

test('placesOf takes only paths that end in nothing but places', () => {
  expect(placesOf('a.b[0, 2:]')).toEqual({lists: 'a.b', selectors: ['0', '2:']})
  expect(placesOf('a[_key=="x"][1]')).toEqual({lists: 'a[_key=="x"]', selectors: ['1']})
  expect(placesOf('a[_key=="x"]')).toBeUndefined()
  expect(placesOf('a[0].b')).toBeUndefined()
  expect(placesOf('a..[0]')).toBeUndefined()
  expect(placesOf('[0]')).toBeUndefined()
})

test('choosingPath ends behind the last brackets that choose members', () => {
  expect(choosingPath('a[0].b[_key=="]"].c[d,e].f')).toBe('a[0].b[_key=="]"]')
  expect(choosingPath("a['b'].c")).toBeUndefined()
  expect(choosingPath('a.b')).toBeUndefined()
})
