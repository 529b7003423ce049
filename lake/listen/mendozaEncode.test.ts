import {fc, test} from '@fast-check/vitest'
import {applyPatch} from 'mendoza'
import {describe, expect} from 'vitest'
import {mendozaEncode} from './mendozaEncode.ts'

const RUNS = {seed: 20_261_124, numRuns: Number(process.env.FUZZ_RUNS ?? 1000)}
const key = fc.constantFrom('a', 'b', 'title', 'é', '_key', '_type')
const text = fc.string({unit: fc.constantFrom('a', 'b', 'é', '€', '😀', ' '), maxLength: 12})
const {value} = fc.letrec((tie) => ({
  value: fc.oneof(
    {depthSize: 'small'},
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), {maxLength: 5}),
  object: fc.dictionary(key, tie('value'), {maxKeys: 5}),
}))
const document = fc.dictionary(key, value, {maxKeys: 6})

describe('an encoded patch', () => {
  test.prop([document, document], RUNS)(
    'applied by the reference implementation makes the other document',
    (a, b) => {
      expect(applyPatch(a, mendozaEncode(a, b))).toEqual(b)
      expect(applyPatch(b, mendozaEncode(b, a))).toEqual(a)
    },
  )

  test('says only what differs', () => {
    const before = {
      _id: 'a',
      title: 'Mean set-up 51 seconds',
      items: [
        {_key: 'x', n: 1},
        {_key: 'y', n: 2},
      ],
      body: 'long',
    }
    const after = {
      ...before,
      title: 'Mean set-up 49 seconds',
      items: [
        {_key: 'x', n: 1},
        {_key: 'y', n: 3},
      ],
    }
    expect(JSON.stringify(mendozaEncode(before, after)).length).toBeLessThan(70)
  })

  test('takes whole what was created or deleted', () => {
    expect(mendozaEncode(null, {a: 1})).toEqual([0, {a: 1}])
    expect(mendozaEncode({a: 1}, null)).toEqual([0, null])
  })
})
