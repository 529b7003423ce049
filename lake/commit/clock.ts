/**
 * A clock that never says the same time twice and never goes backwards, also not behind the end of an earlier session,
 * so that time orders transactions as the log does.
 */
export function createClock(after?: string): () => string {
  let last = after === undefined ? 0 : Date.parse(after)
  return () => {
    last = Math.max(Date.now(), last + 1)
    return new Date(last).toISOString()
  }
}
