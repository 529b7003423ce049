import {parse} from 'groq-js'
import {expect, test} from 'vitest'
import {planFilter} from './planFilter.ts'

/** By which index the documents of a query are found, and what is then still asked of each. */
function planOf(query: string): {by: string | undefined; asked: number} {
  const node = parse(query)
  if (node.type !== 'Filter') throw new Error(`${query} is no filter`)
  const {lookUp, conditions} = planFilter(node)
  return {by: lookUp?.keys.map(({by}) => by).join(), asked: conditions.length}
}

test.each([
  ['*[_type == "review"][_id in path("kept.**")]', {by: 'type', asked: 1}],
  ['*[_id in path("kept.**")][_type in ["a", "b"]]', {by: 'type', asked: 1}],
  ['*[_id in path("kept.**") && references("a")]', {by: 'reference', asked: 2}],
  ['*[_id in ["a", "b"]][_id in path("kept.**")][_type == "review"]', {by: 'id', asked: 2}],
  ['*[_id in path("kept.**")]', {by: 'id', asked: 0}],
])('%s: a path looks at every document, and stands back behind any other index', (query, plan) => {
  expect(planOf(query)).toEqual(plan)
})
