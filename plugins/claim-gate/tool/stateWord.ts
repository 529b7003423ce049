import type {TFunction} from 'sanity'
import type {State} from '../verdict/verdict.ts'

const STATES: readonly State[] = [
  'withdrawn',
  'changesRequested',
  'unreviewed',
  'changed',
  'expired',
  'stale',
  'inReview',
  'waiting',
  'aligned',
]

/** The word for a state that was written down; what is no state stands as it is. */
export function stateWord(t: TFunction<'claim-gate'>, written: string): string {
  const state = STATES.find((known) => known === written)
  return state ? t(`state.${state}.word`) : written
}
