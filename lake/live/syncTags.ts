import {hash, randomBytes} from 'node:crypto'
import {getEnvironmentData, setEnvironmentData} from 'node:worker_threads'
import {publishedIdOf} from '../documentIds.ts'
import {referencesIn} from '../storage/referencesIn.ts'
import type {LakeDocument} from '../storage/storage.ts'

/*
 * A key says what an answer depends on. Copies of one document (published, draft, versions) share one key, because a
 * perspective shows only one of them.
 */
export const EVERYTHING = 'everything'
export const idKey = (id: string): string => `id:${publishedIdOf(id)}`
export const typeKey = (type: string): string => `type:${type}`
export const referenceKey = (id: string): string => `references:${id}`

/** The keys of all lists that a document stands in. */
export function listKeys(document: LakeDocument): string[] {
  return [typeKey(document._type), ...referencesIn(document).map(({id}) => referenceKey(id))]
}

const SALT = 'throughline.lake.tagSalt'

/** Of this process: without it anybody could tell which tag an id has. The threads that it starts inherit it. */
function saltOfProcess(): string {
  const inherited = getEnvironmentData(SALT)
  if (typeof inherited === 'string') return inherited
  const salt = randomBytes(16).toString('base64url')
  setEnvironmentData(SALT, salt)
  return salt
}

const salt = saltOfProcess()
const MOST_KNOWN = 10_000
const known = new Map<string, string>()

/** A key as clients see it: the same for the same key until the process ends, and telling nothing of it. */
export function tagOf(key: string): string {
  const tag = known.get(key) ?? `s1:${hash('sha256', `${salt} ${key}`, 'base64url').slice(0, 11)}`
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, tag)
  return tag
}
