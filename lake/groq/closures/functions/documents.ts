import {step} from '../../timeLimit.ts'
import {isObject} from '../values.ts'

/** Whether a value holds a reference to one of the ids; what stands beside a reference is not looked at. */
export function holdsReference(value: unknown, targets: readonly unknown[]): boolean {
  const ids = new Set(targets.flat().filter((id) => typeof id === 'string'))
  return ids.size > 0 && refersTo(value, ids)
}

function refersTo(value: unknown, ids: ReadonlySet<unknown>): boolean {
  step()
  if (Array.isArray(value)) return value.some((item) => refersTo(item, ids))
  if (!isObject(value)) return false
  if (Object.hasOwn(value, '_ref') && value._ref) return ids.has(value._ref)
  return Object.values(value).some((item) => refersTo(item, ids))
}

/** Whether a document is the draft, a version or the published form of an id. */
export function isVersionOf(id: unknown, document: unknown): boolean | null {
  const own = ownId(document)
  if (typeof id !== 'string' || own === undefined) return null
  if (own === id) return true
  const [first, second, ...rest] = own.split('.')
  if (second === undefined) return false
  if (first === 'drafts' && [second, ...rest].join('.') === id) return true
  return first === 'versions' && rest.length > 0 && rest.join('.') === id
}

export function isPartOfRelease(release: unknown, document: unknown): boolean | null {
  const own = ownId(document)
  if (typeof release !== 'string' || own === undefined) return null
  const [first, second, ...rest] = own.split('.')
  return first === 'versions' && second === release && rest.length > 0
}

function ownId(document: unknown): string | undefined {
  return isObject(document) && typeof document._id === 'string' ? document._id : undefined
}
