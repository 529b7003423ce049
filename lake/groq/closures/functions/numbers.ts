import {step} from '../../timeLimit.ts'
import {finite} from '../values.ts'

/** The numbers of a list, which may hold `null`; `null` for anything else. */
function numbersIn(list: unknown): number[] | null {
  if (!Array.isArray(list)) return null
  const numbers: number[] = []
  for (const item of list) {
    step()
    if (item === null) continue
    if (typeof item !== 'number') return null
    numbers.push(item)
  }
  return numbers
}

const ofSome =
  (reduce: (numbers: readonly number[]) => number) =>
  (list: unknown): number | null => {
    const numbers = numbersIn(list)
    return numbers && numbers.length > 0 ? finite(reduce(numbers)) : null
  }

const add = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

export const least = ofSome((numbers) => numbers.reduce((a, b) => (b < a ? b : a)))
export const most = ofSome((numbers) => numbers.reduce((a, b) => (b > a ? b : a)))
export const average = ofSome((numbers) => add(numbers) / numbers.length)

export function sum(list: unknown): number | null {
  const numbers = numbersIn(list)
  return numbers && finite(add(numbers))
}

/** Half away from zero where no digits are asked for, as the nearest text otherwise. */
export function round(value: unknown, digits: unknown): number | null {
  if (typeof value !== 'number') return null
  if (typeof digits !== 'number' || digits < 0 || !Number.isInteger(digits)) return null
  if (digits > 0) return finite(Number(value.toFixed(digits)))
  return finite(value < 0 ? -Math.round(-value) : Math.round(value))
}
