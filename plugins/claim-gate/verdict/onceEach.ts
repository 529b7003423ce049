import type {Judging} from './judging.ts'
import type {Standing} from './standing.ts'

type Rule<T> = (judging: Judging, standing: Standing) => T

/** The same rule, which asks only once about each document of a judging: many rest on one. */
export function onceEach<T>(rule: Rule<T>): Rule<T> {
  const known = new WeakMap<Judging, Map<Standing, {found: T}>>()
  return (judging, standing) => {
    const ofJudging = known.get(judging) ?? new Map<Standing, {found: T}>()
    known.set(judging, ofJudging)
    const answer = ofJudging.get(standing) ?? {found: rule(judging, standing)}
    ofJudging.set(standing, answer)
    return answer.found
  }
}
