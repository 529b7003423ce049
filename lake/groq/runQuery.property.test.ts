import {fc} from '@fast-check/vitest'
import {afterAll, describe, expect, test} from 'vitest'
import {isPublishedId, publishedIdOf} from '../documentIds.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {ALL_PARAMS} from './arbitraryDocuments.ts'
import {documents, PARAMS, query} from './arbitraryQueries.ts'
import {compiledQuery} from './compiledQuery.ts'
import {answer, oracle} from './oracle.ts'

const seed = Number(process.env.FUZZ_SEED ?? 20_261_124)
const numRuns = Number(process.env.ORACLE_RUNS ?? 2400)

/** Pairs of a query and documents: all, those with an answer, and those that the lake evaluated by itself. */
const count = {pairs: 0, compared: 0, byClosures: 0}

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
  test.for([
    {perspective: ['raw'], share: 1 / 2, shown: (stored: readonly LakeDocument[]) => stored},
    {perspective: ['published'], share: 1 / 6, shown: published},
    {perspective: ['drafts'], share: 1 / 6, layers: ['drafts.']},
    {
      perspective: ['r2', 'r1', 'drafts'],
      share: 1 / 6,
      layers: ['versions.r2.', 'versions.r1.', 'drafts.'],
    },
  ])(
    'in the perspective $perspective',
    {timeout: 3_600_000},
    async ({perspective, share, layers = [], shown}) => {
      await fc.assert(
        fc.asyncProperty(documents, query, async (stored, text) => {
          const before = JSON.stringify(stored)
          const dataset = shown ? shown(stored) : overlay(stored, layers)
          count.pairs += 1
          let isAnswered = false
          for (const params of ALL_PARAMS) {
            const asked = {query: text, params, perspective}
            const expected = await oracle(asked, dataset)
            if (expected === undefined) continue
            expect(await answer(asked, stored)).toBe(expected)
            isAnswered = true
          }
          if (isAnswered) count.compared += 1
          if (isAnswered && compiledQuery(text, PARAMS).isInterruptible) {
            count.byClosures += 1
          }
          expect(JSON.stringify(stored)).toBe(before)
        }),
        {seed, numRuns: Math.ceil(numRuns * share)},
      )
    },
  )

  test('and nearly all of them were evaluated by what is tested here', () => {
    expect(count.compared).toBeGreaterThan(count.pairs * 0.9)
    expect(count.byClosures).toBeGreaterThan(count.compared * 0.85)
  })
})

afterAll(() => console.info(`queries compared with groq-js: ${JSON.stringify(count)}`))
