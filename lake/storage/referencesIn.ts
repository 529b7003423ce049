/** A reference found in a document. */
export interface FoundReference {
  id: string
  weak: boolean
}

/** Every reference in a value; those into other datasets are none of ours. */
export function referencesIn(value: unknown): FoundReference[] {
  const found: FoundReference[] = []
  collect(value, found)
  return found
}

/** Documents are no deeper than a stack is: what is deeper is refused when it comes. */
function collect(value: unknown, found: FoundReference[]): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found)
    return
  }
  const reference = readReference(value)
  if (reference) found.push(reference)
  for (const child of Object.values(value)) {
    if (typeof child === 'object') collect(child, found)
  }
}

function readReference(value: object): FoundReference | undefined {
  if (!('_ref' in value) || typeof value._ref !== 'string') return undefined
  if ('_dataset' in value || '_projectId' in value || isGlobal(value._ref)) return undefined
  return {id: value._ref, weak: '_weak' in value && value._weak === true}
}

/** Ids of documents have no colon; references into other resources are `resource:id:document`. */
const isGlobal = (id: string): boolean => id.includes(':')
