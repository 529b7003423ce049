import type {TFunction} from 'sanity'
import {STATES} from '../verdict/verdict.ts'

/** The word for a state that was written down; what is no state stands as it is. */
export function stateWord(t: TFunction<'claim-gate'>, written: string): string {
  const state = STATES.find((known) => known === written)
  return state ? t(`state.${state}.word`) : written
}
