import {redLine, type RedLinePart} from '../../../plugins/claim-gate/explain/redLine.ts'

/** What was struck from an approved wording, and put in, to come to what a slide says. */
export interface WordingDifference {
  parts: readonly RedLinePart[]
  /** Nothing but typing differs. */
  isSame: boolean
}

/** Compares what a slide says with the approved wording, of these, that comes nearest to it. */
export function wordingDifference(approved: readonly string[], said: string): WordingDifference {
  const nearest = approved
    .map((wording) => partsBetween(wording, said))
    .toSorted((a, b) => changed(a) - changed(b))[0]
  const parts = nearest ?? [{value: said, change: 'added'}]
  return {parts, isSame: changed(parts) === 0}
}

function partsBetween(before: string, after: string): readonly RedLinePart[] {
  const [row] = redLine(JSON.stringify(before), JSON.stringify(after))
  return row?.kind === 'text' ? row.parts : [{value: after, change: 'kept'}]
}

const changed = (parts: readonly RedLinePart[]): number =>
  parts.reduce((total, {value, change}) => total + (change === 'kept' ? 0 : value.length), 0)
