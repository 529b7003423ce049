import {LAUNCH, WEEKS} from '../launch/launch.ts'
import {dayFromToday, reference} from '../build.ts'

/** Somebody in the field, by a code that is nobody's name. */
export interface Speaker {
  repCode: string
  speakerRole: 'rep' | 'clinicalSpecialist'
}

/** Fourteen people; the last four support cases and sell nothing. */
export const TEAM: readonly Speaker[] = Array.from({length: 14}, (_, at) => ({
  repCode: `R-${String(at + 1).padStart(3, '0')}`,
  speakerRole: at < 10 ? 'rep' : 'clinicalSpecialist',
}))

export const ofLaunch = {launch: reference(LAUNCH)}

const DAY_MS = 86_400_000
const [SATURDAY, SUNDAY] = [6, 0]

/** A weekday of a week of the launch, both from 0; a Monday or a Friday in place of a weekend. */
export function dayOf(week: number, day: number): string {
  const back = -7 * (WEEKS - week) + day
  const weekday = new Date(Date.now() + back * DAY_MS).getUTCDay()
  const shift = weekday === SATURDAY ? -1 : weekday === SUNDAY ? -2 : 0
  // The first days of the launch cannot lie before it.
  return dayFromToday(Math.max(back + shift, -7 * WEEKS))
}

/** The same choices every time: numbers from 0 to 1 that look like chance. */
export function createChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** @throws RangeError where there is nothing to choose from. */
export function pick<T>(list: readonly T[], chance: number): T {
  const chosen = list[Math.floor(chance * list.length)]
  if (chosen === undefined) throw new RangeError('There is nothing to choose from')
  return chosen
}
