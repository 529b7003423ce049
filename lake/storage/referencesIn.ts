/** A reference found in a document, with the path to it as in GROQ. */
export interface FoundReference {
  id: string
  weak: boolean
  path: string
}

/** Every reference in a value; those into other datasets are none of ours. */
export function referencesIn(value: unknown): FoundReference[] {
  const found: FoundReference[] = []
  const stack: {value: unknown; path: string}[] = [{value, path: ''}]
  for (let item = stack.pop(); item; item = stack.pop()) {
    if (typeof item.value !== 'object' || item.value === null) continue
    const reference = readReference(item.value, item.path)
    if (reference) found.push(reference)
    const list = Array.isArray(item.value)
    for (const [key, child] of Object.entries(item.value)) {
      stack.push({
        value: child,
        path: list ? `${item.path}[${key}]` : item.path === '' ? key : `${item.path}.${key}`,
      })
    }
  }
  return found
}

function readReference(value: object, path: string): FoundReference | undefined {
  if (!('_ref' in value) || typeof value._ref !== 'string') return undefined
  if ('_dataset' in value || '_projectId' in value || isGlobal(value._ref)) return undefined
  return {id: value._ref, weak: '_weak' in value && value._weak === true, path}
}

/** Ids of documents have no colon; references into other resources are `resource:id:document`. */
const isGlobal = (id: string): boolean => id.includes(':')
