/** The id that a reference points to; `undefined` for anything that is no reference. */
function referencedId(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('_ref' in value)) return undefined
  return typeof value._ref === 'string' ? value._ref : undefined
}

/** Ids that the members of an array point to, themselves or through a field of this name. */
export function referencedIds(values: unknown, field?: string): string[] {
  const members: unknown[] = Array.isArray(values) ? values : []
  return members.flatMap((member) => {
    const id = referencedId(field === undefined ? member : fieldOf(member, field))
    return id === undefined ? [] : [id]
  })
}

function fieldOf(value: unknown, field: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return new Map<string, unknown>(Object.entries(value)).get(field)
}
