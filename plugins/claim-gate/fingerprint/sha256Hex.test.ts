import {fc, test} from '@fast-check/vitest'
import {expect} from 'vitest'
import {portableSha256Hex, sha256Hex} from './sha256Hex.ts'

test('the browser and Node compute the same', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(portableSha256Hex('abc')).toBe(sha256Hex('abc'))
})

test.prop([fc.string({unit: 'grapheme', maxLength: 300})])('for any text', (text) => {
  expect(portableSha256Hex(text)).toBe(sha256Hex(text))
})
