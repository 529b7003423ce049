import {useReducer, type Dispatch} from 'react'
import {decided, firstChoice, type SlideChoice} from '../../importing/deck/slideChoice.ts'
import type {SuggestedSlide} from '../../importing/deck/statements.ts'

/** One decision about the slide that stands there. */
export type Decision =
  | {at: number; set: Partial<Omit<SlideChoice, 'accepted'>>}
  | {at: number; key: string; claim: string; accept: boolean}

/** What was decided about every slide; the same function at every call, so that one decision draws one slide. */
export function useChoices(
  slides: readonly SuggestedSlide[],
): [choices: readonly SlideChoice[], decide: Dispatch<Decision>] {
  return useReducer(reduce, slides, (all) => all.map(firstChoice))
}

const reduce = (choices: readonly SlideChoice[], decision: Decision): readonly SlideChoice[] =>
  choices.map((choice, at) => {
    if (at !== decision.at) return choice
    return 'set' in decision ? {...choice, ...decision.set} : decided(choice, decision)
  })
