import {badRequest} from '../apiError.ts'

export interface Rectangle {
  left: number
  top: number
  width: number
  height: number
}

/** The answer to a value that has no meaning. */
export const refused = (name: string, text: string, expected: string): Error =>
  badRequest(
    `Invalid value ${JSON.stringify(text.slice(0, 100))} for "${name}": expected ${expected}`,
  )

/** A number between two others, both included. */
export function within(lowest: number, highest: number) {
  return (name: string, text: string): number => {
    const value = /^[+-]?\d{1,12}(?:\.\d{1,20})?$/u.test(text) ? Number(text) : Number.NaN
    if (value >= lowest && value <= highest) return value
    throw refused(name, text, `a number from ${lowest} to ${highest}`)
  }
}

/** One of a few words. */
export function oneOf<const T extends string>(values: readonly T[]) {
  return (name: string, text: string): T => {
    const value = values.find((each) => each === text)
    if (value !== undefined) return value
    throw refused(
      name,
      text,
      values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`,
    )
  }
}

/** A list of a few words. */
export function edgesFrom<const T extends string>(values: readonly T[]) {
  const one = oneOf(values)
  return (name: string, text: string): T[] => text.split(',').map((edge) => one(name, edge))
}

/** `left,top,width,height`. */
export function rectangle(name: string, text: string): Rectangle {
  const numbers = text
    .split(',')
    .map((part) => (/^\d{1,9}(?:\.\d{1,20})?$/u.test(part) ? Number(part) : -1))
  const [left = -1, top = -1, width = -1, height = -1] = numbers.map((value) => Math.round(value))
  if (numbers.length !== 4 || left < 0 || top < 0 || width < 1 || height < 1) {
    throw refused(name, text, 'left,top,width,height in pixels')
  }
  return {left, top, width, height}
}
