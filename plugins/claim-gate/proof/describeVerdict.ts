import type {Reason, Verdict} from '../verdict/verdict.ts'

/** A verdict in words: the state, and what its first reason names. */
export function describeVerdict({state, reasons}: Pick<Verdict, 'state' | 'reasons'>): string {
  const [reason] = reasons
  const detail = reason && detailOf(reason)
  return detail ? `${state} (${detail})` : state
}

function detailOf(reason: Reason): string | undefined {
  if ('missing' in reason) return `not approved as ${reason.missing.join(', ')}`
  if ('path' in reason) return `${reason.kind}: ${reason.path.join(' → ')}`
  if ('review' in reason) return reason.review._id
  if ('fingerprint' in reason) return `nobody approved ${reason.fingerprint}`
  return undefined
}
