import {colourOf, type Colour} from './colour.ts'
import {edgesFrom, oneOf, rectangle, within, type Rectangle} from './parameterReaders.ts'

const FITS = ['clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min'] as const
const EDGES = ['top', 'bottom', 'left', 'right', 'center', 'focalpoint', 'entropy'] as const
const FORMATS = ['jpg', 'pjpg', 'png', 'webp'] as const
const SPACES = ['srgb', 'origin', 'cmyk', 'b-w'] as const
/** Pixels; no side of a picture that is made here is longer. */
export const LONGEST_SIDE = 8192

/** What an address asks of an image; what it does not ask is absent. */
export interface ImageParameters {
  w?: number
  h?: number
  'max-w'?: number
  'max-h'?: number
  'min-w'?: number
  'min-h'?: number
  rect?: Rectangle
  fit: (typeof FITS)[number]
  crop: readonly (typeof EDGES)[number][]
  focus: {x: number; y: number}
  dpr: number
  or: number
  flip: {h: boolean; v: boolean}
  blur?: number
  sharp?: number
  pad?: number
  bg?: Colour
  grey: boolean
  invert: boolean
  space: (typeof SPACES)[number]
  q?: number
  fm?: (typeof FORMATS)[number]
  auto: boolean
  firstFrame: boolean
}

const SIZES = ['w', 'h', 'max-w', 'max-h', 'min-w', 'min-h'] as const
/** Parameters that change the picture; any other is none of ours. */
const NAMES = new Set<string>([
  ...SIZES,
  ...'rect fit crop fp-x fp-y dpr or flip blur sharp pad bg'.split(' '),
  ...'sat invert cs q fm auto frame'.split(' '),
])

/**
 * Reads the parameters of an address; `undefined` when it asks for the image as it is.
 * @throws ApiError 400 for a value that has no meaning.
 */
export function imageParameters(search: URLSearchParams): ImageParameters | undefined {
  const asked = [...new Set(search.keys())].filter((name) => NAMES.has(name))
  if (asked.length === 0) return undefined
  const read = <T>(name: string, reader: (name: string, text: string) => T): T | undefined => {
    const text = search.get(name)
    return text === null ? undefined : reader(name, text)
  }
  const flip = read('flip', oneOf(['h', 'v', 'hv'])) ?? ''
  return {
    ...optional(
      Object.fromEntries(SIZES.map((name) => [name, read(name, within(1, LONGEST_SIDE))])),
    ),
    ...optional({
      rect: read('rect', rectangle),
      blur: read('blur', within(1, 2000)),
      sharp: read('sharp', within(0, 100)),
      pad: read('pad', within(0, LONGEST_SIDE / 4)),
      bg: read('bg', colourOf),
      q: read('q', within(0, 100)),
      fm: read('fm', oneOf(FORMATS)),
    }),
    fit: read('fit', oneOf(FITS)) ?? 'clip',
    crop: read('crop', edgesFrom(EDGES)) ?? [],
    focus: {x: read('fp-x', within(0, 1)) ?? 0.5, y: read('fp-y', within(0, 1)) ?? 0.5},
    dpr: read('dpr', within(1, 3)) ?? 1,
    or: Number(read('or', oneOf(['0', '90', '180', '270'])) ?? 0),
    flip: {h: flip.includes('h'), v: flip.includes('v')},
    grey: read('sat', oneOf(['-100', '0'])) === '-100',
    invert: read('invert', oneOf(['true', 'false'])) === 'true',
    space: read('cs', oneOf(SPACES)) ?? 'srgb',
    auto: read('auto', oneOf(['format'])) !== undefined,
    firstFrame: read('frame', oneOf(['1'])) !== undefined,
  }
}

function optional<T extends object>(values: T): {[K in keyof T]?: NonNullable<T[K]>} {
  const present: {[K in keyof T]?: NonNullable<T[K]>} = {}
  for (const key in values) {
    const value = values[key]
    if (value !== undefined && value !== null) present[key] = value
  }
  return present
}
