import {fc} from '@fast-check/vitest'
import {describe, expect, test} from 'vitest'
import {ALL_PARAMS} from './arbitraryDocuments.ts'
import {documents, PARAMS, query} from './arbitraryQueries.ts'
import {compiledQuery} from './compiledQuery.ts'
import {answer, oracle, shownIn} from './oracle.ts'

const seed = Number(process.env.FUZZ_SEED ?? 20_261_124)
const numRuns = Number(process.env.ORACLE_RUNS ?? 2400)

/** Pairs of a query and documents: all, those with an answer, and those that the lake evaluated by itself. */
const count = {pairs: 0, compared: 0, byClosures: 0}

describe(`queries give what unmodified groq-js gives (seed ${seed})`, () => {
  test.for([
    {perspective: ['raw'], share: 1 / 2},
    {perspective: ['published'], share: 1 / 6},
    {perspective: ['drafts'], share: 1 / 6},
    {perspective: ['r2', 'r1', 'drafts'], share: 1 / 6},
  ])('in the perspective $perspective', {timeout: 3_600_000}, async ({perspective, share}) => {
    await fc.assert(
      fc.asyncProperty(documents, query, async (stored, text) => {
        const before = JSON.stringify(stored)
        const dataset = shownIn(perspective, stored)
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
  })

  test('and nearly all of them were evaluated by what is tested here', async ({annotate}) => {
    await annotate(JSON.stringify(count))
    expect(count.compared).toBeGreaterThan(count.pairs * 0.9)
    expect(count.byClosures).toBeGreaterThan(count.compared * 0.85)
  })
})
