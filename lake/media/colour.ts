import {refused} from './parameterReaders.ts'

/** 0–255, and 0–1 for `alpha`. */
export interface Colour {
  r: number
  g: number
  b: number
  alpha: number
}

/** Reads `RGB`, `ARGB`, `RRGGBB` or `AARRGGBB`. */
export function colourOf(name: string, text: string): Colour {
  const isKnown = /^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/iu.test(text)
  if (!isKnown) throw refused(name, text, 'a colour as RGB, ARGB, RRGGBB or AARRGGBB')
  const digits = text.length <= 4 ? text.replaceAll(/./gu, '$&$&') : text
  const [a = 255, r = 0, g = 0, b = 0] = (digits.match(/../gu) ?? [])
    .toSpliced(0, 0, ...(digits.length === 6 ? ['ff'] : []))
    .map((pair) => Number.parseInt(pair, 16))
  return {r, g, b, alpha: a / 255}
}

/** As it stands in style sheets. */
export const hexOf = ({r, g, b}: Pick<Colour, 'r' | 'g' | 'b'>): string =>
  `#${[r, g, b].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
