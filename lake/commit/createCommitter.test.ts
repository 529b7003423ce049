import {describe, expect, test} from 'vitest'
import {createDocumentSet} from '../storage/createDocumentSet.ts'
import {memoryStorage} from '../storage/memoryStorage.ts'
import type {Storage, Transaction} from '../storage/storage.ts'
import {noRoom} from '../storage/storageError.ts'
import {createCommitter, type CommitRequest} from './createCommitter.ts'

const create = (id: string, more: Partial<CommitRequest> = {}): CommitRequest => ({
  author: 'somebody',
  authorize: () => undefined,
  apply: async (set) => [set.create({_id: id, _type: 'thing'}, 0)],
  ...more,
})

/** A real store that notes how many transactions came with each write. */
function countingStorage(): {storage: Storage; groups: number[]} {
  const groups: number[] = []
  const storage = memoryStorage()
  const append = (transactions: readonly Transaction[]): void => {
    groups.push(transactions.length)
    storage.append(transactions)
  }
  return {storage: {...storage, append}, groups}
}

describe('createCommitter', () => {
  test('requests that come together share one write, in the order in which they came', async () => {
    const {storage, groups} = countingStorage()
    const committer = createCommitter(storage, createDocumentSet())
    const told: string[] = []
    committer.onCommit(({changes}) => told.push(...changes.map(({id}) => id)))
    const ids = ['a', 'b', 'c', 'd']
    await Promise.all(ids.map((id) => committer.commit(create(id))))
    expect(groups).toEqual([4])
    expect(told).toEqual(ids)
    expect(storage.transactionsAfter(0, 10).map(({sequence}) => sequence)).toEqual([1, 2, 3, 4])
  })

  test('of requests that come together, one that is refused takes nobody else with it', async () => {
    const documents = createDocumentSet()
    const committer = createCommitter(memoryStorage(), documents)
    const outcomes = await Promise.allSettled([
      committer.commit(create('a')),
      committer.commit(create('a')),
      committer.commit(create('b', {transactionId: 't'})),
      committer.commit(create('c', {transactionId: 't'})),
    ])
    expect(outcomes.map(({status}) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ])
    expect([...documents.all()].map(({_id}) => _id)).toEqual(['a', 'b'])
  })

  test('what could not be written is not seen, not told and not acknowledged; the next one works', async () => {
    const {storage} = countingStorage()
    const state = {full: true}
    const append = (transactions: readonly Transaction[]): void => {
      if (state.full) throw new Error('no space left on the disk')
      storage.append(transactions)
    }
    const documents = createDocumentSet()
    const committer = createCommitter({...storage, append}, documents)
    const told: Transaction[] = []
    committer.onCommit((transaction) => told.push(transaction))
    const outcome = committer.commit(create('a'))
    await expect(outcome).rejects.toMatchObject({statusCode: 503, message: /no space left/u})
    expect([documents.size, told.length]).toEqual([0, 0])
    state.full = false
    await committer.commit(create('a'))
    expect([documents.size, told.map(({sequence}) => sequence)]).toEqual([1, [1]])
  })

  test('nobody sees a transaction before it is written', async () => {
    const storage = memoryStorage()
    const documents = createDocumentSet()
    const sizes: number[] = []
    const append = (transactions: readonly Transaction[]): void => {
      sizes.push(documents.size)
      storage.append(transactions)
    }
    const committer = createCommitter({...storage, append}, documents)
    await Promise.all([committer.commit(create('a')), committer.commit(create('b'))])
    expect(sizes).toEqual([0])
    expect(documents.size).toBe(2)
  })

  test('whether the author may is asked before what integrity would tell', async () => {
    const committer = createCommitter(memoryStorage(), createDocumentSet())
    const request = create('a', {
      apply: async (set) => [set.create({_id: 'a', _type: 'thing', to: {_ref: 'nothing'}}, 0)],
      authorize: () => {
        throw new Error('not you')
      },
    })
    await expect(committer.commit(request)).rejects.toThrow('not you')
  })

  test('time goes on with every transaction', async () => {
    const storage = memoryStorage()
    const committer = createCommitter(storage, createDocumentSet())
    await Promise.all(['a', 'b', 'c'].map((id) => committer.commit(create(id))))
    const times = storage.transactionsAfter(0, 10).map(({timestamp}) => timestamp)
    expect(times).toEqual([...new Set(times)].toSorted())
  })

  test('is settled when all that was asked for is done', async () => {
    const documents = createDocumentSet()
    const committer = createCommitter(memoryStorage(), documents)
    await committer.settled()
    const commits = [committer.commit(create('a')), committer.commit(create('b'))]
    await committer.settled()
    expect(documents.size).toBe(2)
    await Promise.all(commits)
  })

  test('time goes on from where the log ends, also when the clock of the machine was set back', async () => {
    const storage = memoryStorage()
    const timestamp = '2999-01-01T00:00:00.000Z'
    storage.append([
      {id: 't', sequence: 1, timestamp, author: 'a', mutations: [], changes: [{id: 'a'}]},
    ])
    await createCommitter(storage, createDocumentSet()).commit(create('b'))
    expect(storage.transactionsAfter(1, 1)).toMatchObject([{timestamp: '2999-01-01T00:00:00.001Z'}])
  })

  test('a listener that throws harms neither the others nor those who wait for an answer', async () => {
    const faults: unknown[] = []
    const committer = createCommitter(memoryStorage(), createDocumentSet(), {
      onFault: (error) => faults.push(error),
    })
    const told: string[] = []
    committer.onCommit(() => {
      throw new Error('broken listener')
    })
    committer.onCommit(({id}) => told.push(id))
    await Promise.all(
      ['a', 'b'].map((id) => committer.commit(create(id, {transactionId: `t-${id}`}))),
    )
    expect(told).toEqual(['t-a', 't-b'])
    expect(faults).toEqual([new Error('broken listener'), new Error('broken listener')])
    await committer.commit(create('c'))
    await committer.settled()
  })

  test('a request whose changes are never worked out is refused, and those behind it go on', async () => {
    const documents = createDocumentSet()
    const committer = createCommitter(memoryStorage(), documents, {applyLimitMs: 20})
    const endless = create('a', {apply: () => new Promise(() => undefined)})
    const outcomes = await Promise.allSettled([
      committer.commit(endless),
      committer.commit(create('b')),
    ])
    expect(outcomes).toMatchObject([
      {status: 'rejected', reason: {statusCode: 408}},
      {status: 'fulfilled'},
    ])
    expect(documents.size).toBe(1)
  })

  test('when there is no room for all, each is tried alone on what is really there', async () => {
    const {storage, groups} = countingStorage()
    const append = (transactions: readonly Transaction[]): void => {
      if (transactions.some(({changes}) => changes.some(({id}) => id === 'large'))) throw noRoom()
      storage.append(transactions)
    }
    const documents = createDocumentSet()
    const committer = createCommitter({...storage, append}, documents)
    const outcomes = await Promise.allSettled(
      ['a', 'large', 'large', 'b'].map((id) => committer.commit(create(id))),
    )
    expect(outcomes).toMatchObject([
      {status: 'fulfilled'},
      {status: 'rejected', reason: {statusCode: 507}},
      {status: 'rejected', reason: {statusCode: 507}},
      {status: 'fulfilled'},
    ])
    expect(groups).toEqual([1, 1])
    expect(storage.transactionsAfter(0, 9).map(({sequence}) => sequence)).toEqual([1, 2])
  })
})
