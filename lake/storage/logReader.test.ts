import {DatabaseSync} from 'node:sqlite'
import {fc, test} from '@fast-check/vitest'
import {afterEach, describe, expect, vi} from 'vitest'
import {createLog} from './log.ts'
import {createLogReader} from './logReader.ts'
import {memoryStorage} from './memoryStorage.ts'
import {migrate} from './migrations.ts'
import {storeIn} from './sqliteStorage.ts'
import type {DocumentChange, LakeDocument, Transaction} from './storage.ts'

const state = (id: string, sequence: number, more: object = {}): LakeDocument => ({
  ...more,
  _id: id,
  _type: 'thing',
  _rev: `t${sequence}`,
  _createdAt: 'then',
  _updatedAt: 'now',
})

const transaction = (sequence: number, changes: DocumentChange[]): Transaction => ({
  id: `t${sequence}`,
  sequence,
  timestamp: new Date(sequence * 1000).toISOString(),
  author: 'somebody',
  mutations: [],
  changes,
})

function openInMemory(): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  migrate(database, 0)
  return database
}

/** A log in which all of it is filed. */
function filedLog(transactions: readonly Transaction[]) {
  const database = openInMemory()
  const log = createLog(database)
  log.append(transactions)
  log.file()
  return createLogReader(database)
}

afterEach(() => vi.restoreAllMocks())

describe('what was before a change', () => {
  const nested = fc
    .integer({min: 100, max: 198})
    .map((depth) => JSON.parse('[{"a":'.repeat(depth / 2) + '{}' + '}]'.repeat(depth / 2)))
  const numbers = fc.oneof(fc.double({noNaN: true, noDefaultInfinity: true}), fc.maxSafeInteger())
  const texts = fc.string({unit: fc.nat(0xffff).map((code) => String.fromCharCode(code))})
  const values = fc.oneof(fc.jsonValue({noUnicodeString: false}), numbers, texts, nested)

  test.prop([fc.dictionary(texts, values), fc.array(values)])(
    'is the value that was written, to the letter',
    (fields, list) => {
      const after = state('a', 1, {...fields, list, none: {}})
      const {transaction: read} = filedLog([
        transaction(1, [
          {id: 'b', after: state('b', 1)},
          {id: 'a', after},
        ]),
        transaction(2, [{id: 'a', before: after}]),
      ])
      const before = read('t2')?.changes[0]?.before
      expect(JSON.stringify(before)).toBe(JSON.stringify(after))
      expect(before).toStrictEqual(JSON.parse(JSON.stringify(after)))
    },
  )

  test('is all that is read of what else an earlier transaction did', () => {
    const ids = Array.from({length: 20}, (_, at) => `d${at}`)
    const large = {text: 'x'.repeat(100_000)}
    const {transactionsOf} = filedLog([
      ...ids.map((id, at) =>
        transaction(at + 1, [
          {id, after: state(id, at + 1)},
          {id: `large-${id}`, after: state(`large-${id}`, at + 1, large)},
        ]),
      ),
      transaction(
        21,
        ids.map((id) => ({id, after: state(id, 21)})),
      ),
    ])
    const parse = vi.spyOn(JSON, 'parse')
    const changes = transactionsOf(['d3']).at(-1)?.changes
    expect(changes?.map(({before}) => before?._rev)).toEqual(ids.map((_, at) => `t${at + 1}`))
    expect(Math.max(...parse.mock.calls.map(([text]) => text.length))).toBeLessThan(10_000)
  })
})

describe('how documents were touched', () => {
  const [a1, b1, a3] = [state('a', 1), state('b', 1), state('a', 3)]
  const LOG = [
    transaction(1, [
      {id: 'b', after: b1},
      {id: 'a', after: a1},
    ]),
    transaction(2, [
      {id: 'a', before: a1},
      {id: 'b', before: b1},
    ]),
    transaction(3, [{id: 'a', after: a3}]),
  ]
  const head = ({id, sequence, timestamp, author}: Transaction) => ({
    id,
    sequence,
    timestamp,
    author,
  })
  /** However much of it is filed. */
  const stores = [0, 1, 2, 3].map((filed) => {
    const database = openInMemory()
    createLog(database).append(LOG.slice(0, filed))
    const storage = storeIn(database)
    storage.append(LOG.slice(filed))
    return {name: `a store of which ${filed} of 3 are filed`, storage}
  })
  const memory = {name: 'a store in memory', storage: memoryStorage()}
  memory.storage.append(LOG)

  test.each([...stores, memory])('is told by $name', ({storage}) => {
    expect(storage.touchesOf(['a'])).toEqual(
      LOG.map((each) => ({...head(each), documents: [{id: 'a', present: each.sequence !== 2}]})),
    )
    const [both, gone] = storage.touchesOf(['b', 'a', 'none'])
    expect(both?.documents.toSorted((x, y) => x.id.localeCompare(y.id))).toEqual([
      {id: 'a', present: true},
      {id: 'b', present: true},
    ])
    expect(gone?.documents.every(({present}) => !present)).toBe(true)
    expect(storage.touchesOf(['none'])).toEqual([])
    expect([1, 2, 3].map((sequence) => storage.documentAt('a', sequence))).toEqual([
      a1,
      undefined,
      a3,
    ])
    expect(storage.documentAt('none', 1)).toBeUndefined()
    expect(storage.documentAt('a', 9)).toBeUndefined()
  })

  test.each([...stores, memory])('comes with each transaction once from $name', ({storage}) => {
    const after = (sequence: number, limit: number): number[] =>
      storage.transactionsAfter(sequence, limit).map((each) => each.sequence)
    expect(after(-1, 9)).toEqual([1, 2, 3])
    expect(after(-1, 2)).toEqual([1, 2])
    expect(after(-5, 1)).toEqual([1])
    expect(after(0, 9)).toEqual([1, 2, 3])
    expect(after(1, 1)).toEqual([2])
    expect(after(3, 9)).toEqual([])
  })
})
