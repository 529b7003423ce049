import {describe, expect, test} from 'vitest'
import {createDocumentSet} from '../storage/createDocumentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {runQuery} from './runQuery.ts'

const ODD =
  '"__proto__": {"x": 1, "hasOwnProperty": 2}, "hasOwnProperty": 3, "toJSON": 4, "constructor": 5'
const META = '"_type": "odd", "_rev": "r", "_createdAt": "t", "_updatedAt": "t"'
const odd = (id: string): LakeDocument => JSON.parse(`{"_id": "${id}", ${META}, ${ODD}}`)
const ODD_FIELDS: unknown = JSON.parse(`{${ODD}}`)

function ask(query: string, perspective = 'raw'): Promise<unknown> {
  const documents = createDocumentSet()
  documents.put(odd('a'))
  documents.put(odd('drafts.b'))
  const params: Record<string, unknown> = JSON.parse('{"__proto__": 7, "hasOwnProperty": 8}')
  return runQuery({query, params, documents, perspective: [perspective]})
}

describe('fields that every object seems to have', () => {
  test.for([
    ['*[_id == "a"][0].__proto__.x', 1],
    ['*[__proto__.x == 1]._id', ['a', 'drafts.b']],
    ['*[_id == "a"][0]{__proto__, hasOwnProperty, toJSON, constructor}', ODD_FIELDS],
    [
      '*[_id == "a"][0]{"__proto__": __proto__}',
      JSON.parse('{"__proto__": {"x": 1, "hasOwnProperty": 2}}'),
    ],
    ['{...*[_id == "a"][0]}.toJSON', 4],
    ['{"a": 1, ...*[_id == "a"][0]}{__proto__, hasOwnProperty, toJSON, constructor}', ODD_FIELDS],
    ['({"a": 1} + *[_id == "a"][0]).__proto__.x', 1],
    ['* | order(__proto__.x, _id desc)._id', ['drafts.b', 'a']],
    ['* | score(__proto__.x == 1){"p": __proto__.x, _score}[0]', {p: 1, _score: 1}],
    ['[$__proto__, $hasOwnProperty]', [7, 8]],
    ['*[_id == "a"][0].valueOf', null],
    ['dateTime(now()).toJSON', null],
    ['path("a").constructor', null],
    ['*[_id == "a"][0]._type.length', null],
  ] as const)('%s', async ([query, result]) => {
    expect(JSON.stringify(await ask(query))).toBe(JSON.stringify(result))
  })

  test('come whole through an overlay', async () => {
    const query = '*[_id == "b"][0]{__proto__, hasOwnProperty, toJSON, constructor}'
    expect(JSON.stringify(await ask(query, 'drafts'))).toBe(JSON.stringify(ODD_FIELDS))
    const whole = JSON.stringify(await ask('*[_id == "b"][0]', 'drafts'))
    expect(whole).toContain('"__proto__":{"x":1')
  })

  test('are no parameters of which nobody has heard', async () => {
    await expect(ask('$toString')).rejects.toMatchObject({statusCode: 400})
  })

  test('are no functions', async () => {
    await expect(ask('toString()')).rejects.toMatchObject({statusCode: 400})
    await expect(ask('constructor::keys(*)')).rejects.toMatchObject({statusCode: 400})
    await expect(ask('* | toString()')).rejects.toMatchObject({statusCode: 400})
  })
})
