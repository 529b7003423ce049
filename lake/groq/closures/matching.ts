import {step, stepThrough} from '../timeLimit.ts'
import {linearPattern, type PatternPart} from './linearPattern.ts'

/*
 * `match`: a text is cut into tokens, a pattern into terms with `*` for any characters. groq-js makes a regular
 * expression of each term, in which a dot stands for one character; the same here without its backtracking.
 */
const TOKENS = /[^!@#$%^&*(),\\/?";:{}|[\]+<>\s-]+/g
const TERMS = /[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/g
const LONGEST_TERM = 1024
const STAR = 42
const DOT = 46

type Term = (foldedToken: string) => boolean

export function matches(text: unknown, pattern: Pattern): boolean {
  if (!pattern.isWhole || pattern.terms.length === 0) return false
  const tokens = tokensOf(text)
  return tokens.length > 0 && pattern.terms.every((term) => tokens.some(counted(term)))
}

/** How well a text matches, for `score()`. */
export function matchScore(text: unknown, pattern: Pattern): number {
  if (!pattern.isWhole) return 0
  const tokens = tokensOf(text)
  return pattern.terms.reduce((score, term) => {
    const count = tokens.filter(counted(term)).length
    return score + (count * 2.2) / (count + 1.2)
  }, 0)
}

export interface Pattern {
  terms: readonly Term[]
  /** It holds nothing but texts. */
  isWhole: boolean
}

export function patternOf(value: unknown): Pattern {
  const texts = textsOf(value)
  const isWhole =
    typeof value === 'string' || (Array.isArray(value) && texts.length === value.length)
  return {terms: texts.flatMap((text) => cut(text, TERMS)).map(termOf), isWhole}
}

const tokensOf = (value: unknown): string[] =>
  textsOf(value)
    .flatMap((text) => cut(text, TOKENS))
    .map(fold)

const counted =
  (term: Term): Term =>
  (token) => {
    step()
    return term(token)
  }

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string') : []
}

function cut(text: string, pieces: RegExp): string[] {
  stepThrough(text)
  return withoutEdgeDots(text).match(pieces) ?? []
}

/** Dots beside a letter, digit or underscore go: those that end a sentence, and those within a word. */
function withoutEdgeDots(text: string): string {
  return text.replace(/\.+/g, (dots, at: number) =>
    isWord(text[at - 1]) || isWord(text[at + dots.length]) ? '' : dots,
  )
}

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /^\w/.test(character)

function termOf(text: string): Term {
  const term = fold(text.slice(0, LONGEST_TERM))
  if (!/[.*]/.test(term)) return (token) => token === term
  if (term.indexOf('*') === term.length - 1 && !term.includes('.')) {
    const start = term.slice(0, -1)
    return (token) => token.startsWith(start)
  }
  const parts = Array.from({length: term.length}, (_, at): PatternPart => {
    const unit = term.charCodeAt(at)
    if (unit === STAR) return 'rest'
    return unit === DOT ? 'any' : {unit}
  })
  return linearPattern(parts)
}

/** Upper case unit by unit, as a regular expression with the flag `i` compares. */
function fold(text: string): string {
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  if (/^[\u0000-\u007f]*$/.test(text)) return text.toUpperCase()
  return Array.from({length: text.length}, (_, at) => foldUnit(text.charAt(at))).join('')
}

function foldUnit(unit: string): string {
  const upper = unit.toUpperCase()
  if (upper.length !== 1) return unit
  return unit.charCodeAt(0) >= 128 && upper.charCodeAt(0) < 128 ? unit : upper
}
