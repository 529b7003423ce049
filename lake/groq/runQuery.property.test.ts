import {fc} from '@fast-check/vitest'
import {evaluateSync, parse, toJS} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {isPublishedId, publishedIdOf} from '../documentIds.ts'
import {createDocumentSet} from '../storage/createDocumentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {documents, PARAMS, query} from './arbitraryQueries.ts'
import {runQuery} from './runQuery.ts'

const seed = Number(process.env.FUZZ_SEED ?? 20_261_124)
const numRuns = Number(process.env.FUZZ_RUNS ?? 1500)
const now = new Date('2026-11-24T12:00:00Z')

/** The same query by unmodified groq-js over a plain list. */
function oracle(text: string, dataset: readonly LakeDocument[]): unknown {
  const inOrder = dataset.toSorted((a, b) => (a._id < b._id ? -1 : 1))
  const options = {dataset: inOrder, params: PARAMS, timestamp: now}
  return toJS(evaluateSync(parse(text, {params: PARAMS}), options))
}

function ours(
  text: string,
  stored: readonly LakeDocument[],
  perspective: string[],
): Promise<unknown> {
  const set = createDocumentSet()
  stored.forEach((document) => set.put(document))
  return runQuery({query: text, params: PARAMS, documents: set, perspective, now, identity: 'me'})
}

/** What a perspective shows, made the plain way. */
function overlay(stored: readonly LakeDocument[], layers: readonly string[]): LakeDocument[] {
  const ids = new Set(stored.map(({_id}) => publishedIdOf(_id)))
  return [...ids].flatMap((id) => {
    const nearest = [...layers, '']
      .map((layer) => stored.find(({_id}) => _id === layer + id))
      .find((copy) => copy !== undefined)
    return nearest ? [{...nearest, _id: id, _originalId: nearest._id}] : []
  })
}

const published = (stored: readonly LakeDocument[]): LakeDocument[] =>
  stored.filter(({_id}) => isPublishedId(_id))

describe(`queries give what unmodified groq-js gives (seed ${seed})`, () => {
  test('over all documents', async () => {
    await fc.assert(
      fc.asyncProperty(documents, query, async (stored, text) => {
        const before = JSON.stringify(stored)
        expect(await ours(text, stored, ['raw'])).toEqual(oracle(text, stored))
        expect(JSON.stringify(stored)).toBe(before)
      }),
      {seed, numRuns},
    )
  })

  test.for([
    {perspective: ['published'], shown: published},
    {perspective: ['drafts'], layers: ['drafts.']},
    {perspective: ['r2', 'r1', 'drafts'], layers: ['versions.r2.', 'versions.r1.', 'drafts.']},
  ])('in the perspective $perspective', async ({perspective, layers = [], shown}) => {
    await fc.assert(
      fc.asyncProperty(documents, query, async (stored, text) => {
        const dataset = shown ? shown(stored) : overlay(stored, layers)
        expect(await ours(text, stored, perspective)).toEqual(oracle(text, dataset))
      }),
      {seed, numRuns: Math.ceil(numRuns / 3)},
    )
  })
})
