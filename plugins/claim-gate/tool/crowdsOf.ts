import type {State} from '../verdict/verdict.ts'
import type {Blocker} from '../verdict/judgeCheckpoint.ts'

/** Documents in force that would all come to the same state. */
export interface Crowd {
  state: State
  count: number
}

/** Fewer are named one by one. */
const CROWD = 8

/**
 * What a checkpoint waits for as a person reads it: each by itself, but for dependants that come to one state in such
 * numbers that only their count says something.
 */
export function crowdsOf(blockers: readonly Blocker[]): {
  crowds: readonly Crowd[]
  alone: readonly Blocker[]
} {
  const counts = new Map<State, number>()
  for (const blocker of blockers)
    if (blocker.kind === 'dependantNotAligned')
      counts.set(blocker.state, (counts.get(blocker.state) ?? 0) + 1)
  const crowds = [...counts]
    .filter(([, count]) => count >= CROWD)
    .map(([state, count]) => ({state, count}))
  const crowded = new Set(crowds.map(({state}) => state))
  const alone = blockers.filter(
    (blocker) => blocker.kind !== 'dependantNotAligned' || !crowded.has(blocker.state),
  )
  return {crowds, alone}
}
