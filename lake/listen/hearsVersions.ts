/** From this version of the API on, listeners hear of drafts and versions only when they ask for them. */
const PUBLISHED_ONLY_SINCE = '2025-02-19'
const VERSION = /^https?:\/\/[^/]*\/v(X|\d[\d-]*)\//u

/** Whether a listener at an address is told of drafts and versions too. */
export function hearsVersions(address: string, search: URLSearchParams): boolean {
  const [, version = ''] = VERSION.exec(address) ?? []
  const isOlder = version !== 'X' && version < PUBLISHED_ONLY_SINCE
  return isOlder || search.get('includeAllVersions') === 'true'
}
