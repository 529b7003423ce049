import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createDocumentSet, type WritableDocumentSet} from '../storage/createDocumentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {createQueries, type Queries} from './createQueries.ts'
import type {QueryAnswer} from './evaluateQuery.ts'

const COUNT = 120
let documents: WritableDocumentSet
let queries: Queries

beforeEach(() => {
  documents = createDocumentSet()
  for (let number = 0; number < COUNT; number++) documents.put(numbered(`n${number}`, number))
  queries = createQueries(documents)
})
afterEach(() => queries.close())

const numbered = (_id: string, number: number): LakeDocument => ({
  _id,
  _type: 'number',
  _rev: 'r',
  _createdAt: 't',
  _updatedAt: 't',
  number,
})
const asked = (query: string, more: object = {}) => ({
  query,
  params: {},
  perspective: ['raw'],
  reader: 'ada',
  ...more,
})
const textOf = ({result}: QueryAnswer): string =>
  typeof result === 'string' ? result : new TextDecoder().decode(result)
const within = (timeLimitMs: number) => ({timeLimitMs, waitMs: 60_000, isUrgent: false})
/** Takes far longer than what is tried at once, and ends. */
const SLOW = 'count(*[count(*[count(*[number + ^.number + ^.^.number == 7]) >= 0]) >= 0])'
/** Would take days. */
const RUNAWAY =
  'count(*[count(*[count(*[count(*[count(*[count(*[number == ^.number + ^.^.^.^.number]) > 0]) > 0]) > 0]) > 0]) > 0])'

describe('a query that takes long', () => {
  test('is answered all the same', async () => {
    expect(textOf(await queries.run(asked(SLOW), within(60_000)))).toBe(String(COUNT))
  })

  test('holds up no other, and is stopped', async () => {
    const runaways = Array.from({length: 3}, () => queries.run(asked(RUNAWAY), within(300)))
    const outcomes = Promise.allSettled(runaways)
    let done = false
    void outcomes.then(() => (done = true))
    for (let number = 0; number < 50; number++) {
      const {result} = await queries.run(asked(`*[_id == "n${number}"][0].number`))
      expect(result).toBe(String(number))
    }
    expect(done).toBe(false)
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({status: 'rejected', reason: {statusCode: 408}})
    }
    expect(textOf(await queries.run(asked(SLOW), within(60_000)))).toBe(String(COUNT))
  })

  test('is not refused because the first thread is still starting', async () => {
    const impatient = {timeLimitMs: 60_000, waitMs: 1, isUrgent: true}
    expect(textOf(await queries.run(asked(SLOW), impatient))).toBe(String(COUNT))
  })

  test('sees everything that was committed before it was asked, also while its thread starts', async () => {
    const first = queries.run(asked(SLOW), within(60_000))
    commit({id: 'late', after: numbered('late', 1)}, {id: 'n0'}, {id: 'n1'})
    const second = queries.run(asked(SLOW), within(60_000))
    expect(textOf(await second)).toBe(String(COUNT - 1))
    await first
    commit({id: 'n2'})
    expect(textOf(await queries.run(asked(SLOW), within(60_000)))).toBe(String(COUNT - 2))
  })

  test('sees what is not committed yet, where it is given that', async () => {
    const uncommitted = [{id: 'new', after: numbered('new', 1)}, {id: 'n0'}, {id: 'n1'}]
    const one = await queries.run(asked(SLOW, {uncommitted}), within(60_000))
    expect(textOf(one)).toBe(String(COUNT - 1))
    expect((await queries.run(asked('count(*)'))).result).toBe(String(COUNT))
  })

  test('is refused at once where many wait already', async () => {
    await expect(queries.run(asked(RUNAWAY), within(1))).rejects.toMatchObject({statusCode: 408})
    const many = Promise.allSettled(
      Array.from({length: 80}, () => queries.run(asked(RUNAWAY), within(60_000))),
    )
    await expect(queries.run(asked(RUNAWAY))).rejects.toMatchObject({statusCode: 429})
    await queries.close()
    expect((await many).every(({status}) => status === 'rejected')).toBe(true)
  })

  test('sees only what anybody may read when nobody asks', async () => {
    commit({id: 'drafts.n0', after: numbered('drafts.n0', 0)})
    const anybody = await queries.run(asked(SLOW, {reader: undefined}), within(60_000))
    expect(textOf(anybody)).toBe(String(COUNT))
  })

  function commit(...changes: {id: string; after?: LakeDocument}[]): void {
    for (const {id, after} of changes) {
      if (after) documents.put(after)
      else documents.remove(id)
    }
    queries.share(changes)
  }
})

test('a query that cannot be read is said to be that, here as on a thread', async () => {
  await expect(queries.run(asked('*['))).rejects.toMatchObject({statusCode: 400})
  const late = `${SLOW} + documents::get(*[0]._id).x`
  await expect(queries.run(asked(late), within(60_000))).rejects.toMatchObject({statusCode: 400})
})

test('a large answer is put together on a thread, and one that is too large is refused', async () => {
  commitText('x'.repeat(400_000))
  const large = textOf(await queries.run(asked('*[_id == "long"]{"a": [text, text, text, text]}')))
  expect(large.length).toBeGreaterThan(1_600_000)
  const texts = Array.from({length: 100}, () => 'text').join(', ')
  await expect(queries.run(asked(`*[_id == "long"]{"a": [${texts}]}`))).rejects.toMatchObject({
    statusCode: 413,
  })
  const digits = `{"n": [${'1,'.repeat(500)}1]}${'{"n": [n, n, n, n, n, n, n, n]}'.repeat(6)}`
  await expect(queries.run(asked(`*[_id == "long"]${digits}`))).rejects.toMatchObject({
    statusCode: 413,
  })
})

function commitText(text: string): void {
  const after = {...numbered('long', 0), text}
  documents.put(after)
  queries.share([{id: 'long', after}])
}
