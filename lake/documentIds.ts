const ID = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/u
const DRAFTS = 'drafts.'
const VERSIONS = 'versions.'

export function isDocumentId(id: unknown): id is string {
  return typeof id === 'string' && ID.test(id) && !/\.[.-]|\.$/u.test(id)
}

export const isDraftId = (id: string): boolean => id.startsWith(DRAFTS)
export const isVersionId = (id: string): boolean => id.startsWith(VERSIONS)
export const isPublishedId = (id: string): boolean => !isDraftId(id) && !isVersionId(id)

export function publishedIdOf(id: string): string {
  if (isDraftId(id)) return id.slice(DRAFTS.length)
  return isVersionId(id) ? id.split('.').slice(2).join('.') : id
}

export const draftIdOf = (id: string): string => DRAFTS + publishedIdOf(id)
export const versionIdOf = (id: string, release: string): string =>
  `${VERSIONS}${release}.${publishedIdOf(id)}`
