import {useCallback, useReducer, type Dispatch} from 'react'
import {
  decided,
  firstChoice,
  withAlike,
  type SlideChoice,
} from '../../importing/deck/slideChoice.ts'
import type {ImportedFile} from './importedFile.ts'

/** One decision about the slide that stands there, or about all that is said in approved words. */
export type Decision =
  | {allAlike: boolean}
  | {at: number; set: Partial<Omit<SlideChoice, 'accepted'>>}
  | {at: number; key: string; claim: string; accept: boolean}

/** What was decided about every slide; the same function at every call, so that one decision draws one slide. */
export function useChoices({
  slides,
  standings,
}: Pick<ImportedFile, 'slides' | 'standings'>): [
  choices: readonly SlideChoice[],
  decide: Dispatch<Decision>,
] {
  const reduce = useCallback(
    (choices: readonly SlideChoice[], decision: Decision): readonly SlideChoice[] =>
      choices.map((choice, at) => {
        if ('at' in decision) return at === decision.at ? decidedOne(choice, decision) : choice
        return withAlike(choice, slides[at]?.statements ?? [], standings, decision.allAlike)
      }),
    [slides, standings],
  )
  return useReducer(reduce, slides, (all) => all.map(firstChoice))
}

const decidedOne = (choice: SlideChoice, decision: Extract<Decision, {at: number}>): SlideChoice =>
  'set' in decision ? {...choice, ...decision.set} : decided(choice, decision)
