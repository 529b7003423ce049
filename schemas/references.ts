/** The id that a reference points to; `undefined` for anything that is no reference. */
export function referencedId(value: unknown): string | undefined {
  const id = fieldOf(value, '_ref')
  return typeof id === 'string' ? id : undefined
}

/** Ids that the members of an array point to, themselves or through a field of this name. */
export function referencedIds(values: unknown, field?: string): string[] {
  const members: unknown[] = Array.isArray(values) ? values : []
  return members.flatMap((member) => {
    const id = referencedId(field === undefined ? member : fieldOf(member, field))
    return id === undefined ? [] : [id]
  })
}

/** Every id that a value points to, however deep, each once. */
export function allReferencedIds(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const id = referencedId(value)
  const found = id === undefined ? Object.values(value).flatMap(allReferencedIds) : [id]
  return [...new Set(found)]
}

/** What stands in a field of a value of which nothing is known. */
export function fieldOf(value: unknown, field: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return new Map<string, unknown>(Object.entries(value)).get(field)
}

/** The members of a list of which nothing is known; none where it is no list. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
