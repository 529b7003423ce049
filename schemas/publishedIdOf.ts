/** The id under which a document is or will be published: `drafts.a` and `versions.r.a` become `a`. */
export const publishedIdOf = (id: string): string =>
  id.replace(/^drafts\./u, '').replace(/^versions\.[^.]+\./u, '')
