/** Whether this is an IANA zone that the machine knows. */
export function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    return new Intl.DateTimeFormat('en', {timeZone: value}).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
