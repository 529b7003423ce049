/** The id under which a document is or will be published: `drafts.a` and `versions.r.a` become `a`. */
export function publishedIdOf(id: string): string {
  if (id.startsWith('drafts.')) return id.slice('drafts.'.length)
  if (id.startsWith('versions.')) return id.split('.').slice(2).join('.')
  return id
}

export const draftIdOf = (id: string): string => `drafts.${publishedIdOf(id)}`
