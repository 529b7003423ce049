import {fc, test as property} from '@fast-check/vitest'
import {describe, expect, test} from 'vitest'
import {trialModel} from '../fixtures/trialSchema.ts'
import {page, statement, study} from '../fixtures/trialWorld.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {closureOf} from './closureOf.ts'

const house = (...documents: GateDocument[]): ReadonlyMap<string, GateDocument> =>
  new Map(documents.map((document) => [document._id, document]))

function closure(documents: ReadonlyMap<string, GateDocument>, id: string) {
  const subject = documents.get(id)
  if (!subject) throw new Error(`Nothing stands under ${id}`)
  return closureOf(trialModel, subject, id, (each) => documents.get(each))
}

describe('a closure', () => {
  test('holds what is rested on over any number of steps, with the shortest way to each', () => {
    const documents = house(
      study('e', '1'),
      statement('c', 'x', ['e']),
      page('p', 'h', ['c', 'd']),
      statement('d', 'y', ['c']),
    )
    expect([...closure(documents, 'p').members]).toEqual([
      ['c', ['p', 'c']],
      ['d', ['p', 'd']],
      ['e', ['p', 'c', 'e']],
    ])
  })

  test('never passes through a document that is not gated, and does not hold it', () => {
    const colleague = {_id: 'who', _type: 'colleague', wrote: {_type: 'reference', _ref: 'e'}}
    const documents = house(study('e', '1'), colleague, page('p', 'h', ['who']))
    expect([...closure(documents, 'p').members.keys()]).toEqual([])
    expect([...closure(documents, 'p').missing.keys()]).toEqual([])
  })

  test('names what is referred to and not there', () => {
    const documents = house(statement('c', 'x', ['gone']), page('p', 'h', ['c']))
    expect([...closure(documents, 'p').missing]).toEqual([['gone', ['p', 'c', 'gone']]])
  })
})

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const graph = fc.array(fc.subarray(IDS), {minLength: IDS.length, maxLength: IDS.length})

property.prop([graph], {seed: 20_261_124, numRuns: 500})(
  'in any graph, cycles included: exactly what can be reached, itself apart',
  (edges) => {
    const documents = house(...IDS.map((id, at) => statement(id, id, edges[at] ?? [])))
    const next = (id: string): readonly string[] => edges[IDS.indexOf(id)] ?? []
    const reached = new Set(next('a'))
    for (const id of reached) next(id).forEach((each) => reached.add(each))
    reached.delete('a')
    const {members} = closure(documents, 'a')
    expect(new Set(members.keys())).toEqual(reached)
    for (const [id, path] of members) {
      expect(path[0]).toBe('a')
      expect(path.at(-1)).toBe(id)
      path.slice(1).forEach((step, at) => expect(next(path[at] ?? '')).toContain(step))
    }
  },
)
