/** How a hosted dataset tells the values at one path apart. */
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value)

/**
 * The attributes of a document as a hosted dataset counts them: each path once for each kind of value that stands there,
 * however many documents or members of a list have it.
 */
export function attributesOf(value: unknown, path = ''): string[] {
  if (value === null || value === undefined) return []
  const own = path === '' ? [] : [`${path}: ${kindOf(value)}`]
  if (Array.isArray(value))
    return [...own, ...value.flatMap((member) => attributesOf(member, `${path}[]`))]
  if (typeof value !== 'object') return own
  const fields = Object.entries(value).flatMap(([name, child]) =>
    attributesOf(child, path === '' ? name : `${path}.${name}`),
  )
  return [...own, ...fields]
}
