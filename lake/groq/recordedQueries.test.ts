import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {isDocumentId, publishedIdOf} from '../documentIds.ts'
import {isRecord} from '../json.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {answer, oracle, shownIn, type Asked} from './oracle.ts'

/*
 * Queries as the Studio and the plugin sent them, over documents with the ids, types and fields that they name.
 */
const recorded = readRecorded(new URL('recordedQueries.json', import.meta.url))
const stored = documentsFor(recorded)

/** groq-js has no search; one for a lone star lets everything through. */
const searchesAll = ({query, params}: Asked): boolean =>
  query.includes('text::query') && params.__query === '*'
const withoutSearch = (query: string): string =>
  query.replaceAll(/(\[[^[\]]*\]|\w+) match text::query\(\$__query\)/g, 'true')

describe('a recorded query gives what unmodified groq-js gives', () => {
  const answers = new Set<string>()

  test.for(
    recorded.map((asked, index) => ({name: `${index}: ${asked.query.slice(0, 80)}`, asked})),
  )('$name', async ({asked}) => {
    const shown = shownIn(asked.perspective, stored)
    const given = await answer(asked, stored)
    const known = searchesAll(asked) ? {...asked, query: withoutSearch(asked.query)} : asked
    const expected = await oracle(known, shown)
    expect(given).toBe(expected ?? given)
    expect(expected === undefined).toBe(known.query.includes('text::query'))
    answers.add(given)
  })

  test('and the documents are such that there is something to answer', () => {
    expect(answers.size).toBeGreaterThan(new Set(recorded.map(({query}) => query)).size / 3)
  })
})

function readRecorded(file: URL): Asked[] {
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(list)) throw new Error('No list of queries')
  return list.map((entry: unknown) => {
    if (!isRecord(entry) || typeof entry.query !== 'string' || !isRecord(entry.params)) {
      throw new Error('No query')
    }
    const perspective = Array.isArray(entry.perspective) ? entry.perspective.map(String) : ['raw']
    return {query: entry.query, params: entry.params, perspective}
  })
}

/** Documents under every id that the queries name, some also as drafts, with values of every kind in every field. */
function documentsFor(queries: readonly Asked[]): LakeDocument[] {
  const texts = queries.flatMap(({query, params}) => [
    ...[...query.matchAll(/"([^"\n]+)"/g)].map(([, text = '']) => text),
    ...textsIn(params),
  ])
  const types = textsIn(
    queries.map(({query, params}) => [
      [...query.matchAll(/_type\s*(?:==|in)\s*\[?("[\w.]+")/g)].map(([, text = '']) =>
        JSON.parse(text),
      ),
      [params.type, params.__types],
    ]),
  )
  const kinds = [...new Set(types)].toSorted()
  const ids = [...new Set(texts.filter(isDocumentId).map(publishedIdOf))].filter(isDocumentId)
  const names = queries.flatMap(({query}) => query.match(/[A-Za-z_]\w*/g) ?? [])
  const fields = [...new Set(names)].filter((name) => !name.startsWith('_')).toSorted()
  return ids.toSorted().flatMap((id, index) => {
    // A sidecar is named after its type.
    const type = kinds.find((kind) => id.includes(kind)) ?? kinds[index % kinds.length] ?? 'none'
    const published = documentOf(id, type, fields, ids, index)
    const draft = documentOf(`drafts.${id}`, type, fields, ids, index + 1)
    return [[published], [draft], [published, draft]][index % 3] ?? []
  })
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

function documentOf(
  _id: string,
  _type: string,
  fields: readonly string[],
  ids: readonly string[],
  number: number,
): LakeDocument {
  const when = new Date(Date.UTC(2026, 0, 1 + (number % 300))).toISOString()
  const reference = (at: number): object => ({_ref: ids[(number + at) % ids.length]})
  const values = (at: number): unknown[] => [
    `Text ${number % 5} of ${at}`,
    number % 7,
    ids[(number + at) % ids.length],
    reference(at),
    [reference(at), reference(at + 1)],
    {name: `Name ${number % 3}`, items: [{n: 1}, {n: number % 4}]},
    when,
    number % 2 === 0,
    null,
  ]
  const content = fields.map((field, at) => [field, values(at)[(number * 5 + at) % 9]])
  return {
    ...Object.fromEntries(content),
    _id,
    _type,
    _rev: `r${number}`,
    _createdAt: when,
    _updatedAt: when,
  }
}
