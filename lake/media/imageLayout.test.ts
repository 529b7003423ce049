import {fc, test} from '@fast-check/vitest'
import {describe, expect} from 'vitest'
import {imageLayout} from './imageLayout.ts'
import {imageParameters, LONGEST_SIDE} from './imageParameters.ts'

const RUNS = {seed: 20_261_124, numRuns: Number(process.env.FUZZ_RUNS ?? 3000)}
const side = fc.oneof(fc.integer({min: 1, max: 300}), fc.integer({min: 1, max: 20_000}))
const length = fc.oneof(fc.integer({min: 1, max: 400}), fc.integer({min: 1, max: LONGEST_SIDE}))
const asked = fc.record(
  {
    w: length,
    h: length,
    'max-w': length,
    'max-h': length,
    'min-w': length,
    'min-h': length,
    fit: fc.constantFrom('clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min'),
    crop: fc.constantFrom('top', 'top,left', 'bottom,right', 'center', 'focalpoint', 'entropy'),
    'fp-x': fc.constantFrom(0, 0.3, 1),
    'fp-y': fc.constantFrom(0, 0.7, 1),
    dpr: fc.constantFrom(1, 1.5, 2, 3),
    or: fc.constantFrom(0, 90, 180, 270),
    pad: fc.integer({min: 0, max: LONGEST_SIDE / 4}),
    rect: fc.constantFrom('0,0,1,1', '0,0,9999,9999', '0,0,10,3'),
  },
  {requiredKeys: ['fit']},
)

describe('the layout of an image', () => {
  test.prop([fc.record({width: side, height: side}), asked], RUNS)(
    'takes pixels from inside it and makes no side too long, whatever is asked',
    (source, query) => {
      const search = new URLSearchParams(
        Object.entries(query).map(([name, value]) => [name, String(value)]),
      )
      const parameters = imageParameters(search)
      if (!parameters) throw new Error('Nothing was asked')
      const {region, size, margins, scale} = imageLayout(source, parameters)
      const numbers = [region, size, margins].flatMap((part) => Object.values<number>({...part}))
      expect(numbers.every((value) => Number.isInteger(value) && value >= 0)).toBe(true)
      expect(Math.min(region.width, region.height, size.width, size.height)).toBeGreaterThan(0)
      expect(region.left + region.width).toBeLessThanOrEqual(source.width)
      expect(region.top + region.height).toBeLessThanOrEqual(source.height)
      const isTurned = parameters.or % 180 !== 0
      const wide = (isTurned ? size.height : size.width) + margins.left + margins.right
      const high = (isTurned ? size.width : size.height) + margins.top + margins.bottom
      // Rounding of the picture and of its padding adds up to a few pixels.
      expect(Math.max(wide, high)).toBeLessThanOrEqual(LONGEST_SIDE + 3)
      expect(scale).toBeLessThanOrEqual(3)
    },
  )
})
