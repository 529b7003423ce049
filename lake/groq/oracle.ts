import {evaluate, parse} from 'groq-js'
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

/** JSON of what the lake answers. */
export async function answer(asked: Asked, stored: readonly LakeDocument[]): Promise<string> {
  const documents = createDocumentSet()
  stored.forEach((document) => documents.put(document))
  return jsonOf(await runQuery({...asked, documents, now, identity: 'me', timeLimitMs: 60_000}))
}

const jsonOf = (value: unknown): string => JSON.stringify(value ?? null)
