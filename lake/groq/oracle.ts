import {evaluate, parse} from 'groq-js'
import {isPublishedId, publishedIdOf} from '../documentIds.ts'
import {createDocumentSet} from '../storage/createDocumentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'
import type {QueryParams} from './parseTree.ts'
import {runQuery} from './runQuery.ts'

export interface Asked {
  query: string
  params: QueryParams
  perspective: readonly string[]
}

const now = new Date('2026-11-24T12:00:00Z')

/** JSON of what unmodified groq-js answers over a plain list; `undefined` where it has no answer. */
export async function oracle(
  {query, params}: Asked,
  shown: readonly LakeDocument[],
): Promise<string | undefined> {
  const dataset = shown.toSorted((a, b) => (a._id < b._id ? -1 : 1))
  const byId = new Map(dataset.map((document) => [document._id, document]))
  try {
    const value = await evaluate(parse(query, {params: {...params}}), {
      dataset,
      params: {...params},
      timestamp: now,
      identity: 'me',
      dereference: async ({_ref}) => byId.get(_ref),
    })
    return jsonOf(await value.get())
  } catch {
    return undefined
  }
}

/** What a perspective shows, made the plain way. */
export function shownIn(
  perspective: readonly string[],
  stored: readonly LakeDocument[],
): readonly LakeDocument[] {
  const [first] = perspective
  if (first === 'raw') return stored
  if (first === 'published') return stored.filter(({_id}) => isPublishedId(_id))
  const layers = perspective.map((name) => (name === 'drafts' ? 'drafts.' : `versions.${name}.`))
  const byId = new Map(stored.map((document) => [document._id, document]))
  const ids = new Set(stored.map(({_id}) => publishedIdOf(_id)))
  return [...ids].flatMap((id) => {
    const nearest = [...layers, '']
      .map((layer) => byId.get(layer + id))
      .find((copy) => copy !== undefined)
    return nearest ? [{...nearest, _id: id, _originalId: nearest._id}] : []
  })
}

/** JSON of what the lake answers. */
export async function answer(asked: Asked, stored: readonly LakeDocument[]): Promise<string> {
  const documents = createDocumentSet()
  stored.forEach((document) => documents.put(document))
  return jsonOf(await runQuery({...asked, documents, now, identity: 'me', timeLimitMs: 60_000}))
}

const jsonOf = (value: unknown): string => JSON.stringify(value ?? null)
