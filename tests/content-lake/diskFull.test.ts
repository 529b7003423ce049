import {mkdtemp, rm, statfs, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ServerError, type SanityClient} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createCommitter, type CommitRequest} from '../../lake/commit/createCommitter.ts'
import {createDocumentSet} from '../../lake/storage/createDocumentSet.ts'
import {openDatabase} from '../../lake/storage/openDatabase.ts'
import {sqliteStorage, storeIn} from '../../lake/storage/sqliteStorage.ts'
import type {Storage} from '../../lake/storage/storage.ts'
import {startLake} from '../support/startLake.ts'

/** Where a small file system is mounted, such as one of 4 MB in memory. */
const {SMALL_FS} = process.env
const UNLIMITED = 1_000_000

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'content-lake-'))
})
afterEach(() => rm(directory, {recursive: true}))

const create = (_id: string, characters: number): CommitRequest => ({
  author: 'somebody',
  authorize: () => undefined,
  apply: async (set) =>
    ['', '-twin'].map((end) =>
      set.create({_id: _id + end, _type: 'thing', text: 'x'.repeat(characters)}, 0),
    ),
})

/** A lake's writer over a store whose size can be limited, which SQLite answers as it does a full disk. */
function openLimited() {
  const database = openDatabase(directory)
  const storage = storeIn(database)
  const documents = createDocumentSet()
  const pages = (): number => Number(database.prepare('PRAGMA page_count').get()?.page_count)
  return {
    storage,
    documents,
    committer: createCommitter(storage, documents),
    /** So many pages more than it has. */
    limit: (more: number) => database.exec(`PRAGMA max_page_count = ${pages() + more}`),
  }
}

/** The ids of both documents of every transaction, oldest first. */
const logged = (storage: Storage): string[] =>
  storage.transactionsAfter(0, 10_000).flatMap(({changes}) => changes.map(({id}) => id))
const both = (ids: readonly string[]): string[] => ids.flatMap((id) => [id, `${id}-twin`])

describe('without room', () => {
  test('a change is refused whole, reading goes on, and so does writing when there is room', async () => {
    const {storage, documents, committer, limit} = openLimited()
    limit(60)
    const acknowledged: string[] = []
    let refusal: unknown
    for (let number = 0; refusal === undefined; number++) {
      try {
        await committer.commit(create(`d${number}`, 3000))
        acknowledged.push(`d${number}`)
      } catch (error) {
        refusal = error
      }
    }
    expect(refusal).toMatchObject({statusCode: 507, type: 'insufficientStorageError'})
    expect(acknowledged.length).toBeGreaterThan(3)
    await expect(committer.commit(create('again', 3000))).rejects.toMatchObject({statusCode: 507})
    expect(() => storage.putBlob('file', new Uint8Array(100_000))).toThrow(/no room/u)
    expect(logged(storage)).toEqual(both(acknowledged))
    expect(Array.from(documents.all(), ({_id}) => _id)).toEqual(both(acknowledged))
    expect(storage.transactionsOf(['d1-twin'])).toHaveLength(1)

    limit(UNLIMITED)
    await committer.commit(create('after', 3000))
    storage.putBlob('file', new Uint8Array(100_000))
    storage.close()
    const reopened = sqliteStorage(directory)
    expect(logged(reopened)).toEqual(both([...acknowledged, 'after']))
    expect([...reopened.load()]).toHaveLength(2 * (acknowledged.length + 1))
    reopened.close()
  })

  test('a transaction that is too large keeps out none that came with it, but those that rest on it', async () => {
    const {storage, committer, limit} = openLimited()
    limit(40)
    const outcomes = await Promise.allSettled([
      committer.commit(create('small', 10)),
      committer.commit(create('large', 500_000)),
      committer.commit({
        ...create('', 0),
        apply: async (set) => [set.patch('large', {set: {size: 1}}, 0)],
      }),
      committer.commit({...create('dry', 10), dryRun: true}),
      committer.commit(create('other', 10)),
    ])
    expect(outcomes).toMatchObject([
      {status: 'fulfilled'},
      {status: 'rejected', reason: {statusCode: 507}},
      {status: 'rejected', reason: {message: expect.stringContaining('"large"')}},
      {status: 'fulfilled'},
      {status: 'fulfilled'},
    ])
    expect(logged(storage)).toEqual(both(['small', 'other']))
    storage.close()
  })

  test('the log stays whole when it cannot be put in order for want of room', async () => {
    const {storage, committer, limit} = openLimited()
    const ids = Array.from({length: 2050}, (_, number) => `d${number}`)
    for (const id of ids) await committer.commit(create(id, 1))
    limit(0)
    const more = ['more-0', 'more-1', 'more-2']
    const outcomes = await Promise.allSettled(more.map((id) => committer.commit(create(id, 1))))
    const there = [...ids, ...more.filter((_, at) => outcomes[at]?.status === 'fulfilled')]
    expect(logged(storage)).toEqual(both(there))
    limit(UNLIMITED)
    await committer.commit(create('last', 1))
    expect(logged(storage)).toEqual(both([...there, 'last']))
    expect(storage.transactionsOf(['d7'])).toMatchObject([{sequence: 8, changes: [{id: 'd7'}, {}]}])
    storage.close()
    const reopened = sqliteStorage(directory)
    expect(logged(reopened)).toEqual(both([...there, 'last']))
    reopened.close()
  })
})

describe.runIf(SMALL_FS !== undefined)('on a small file system that is full', () => {
  test('a lake refuses, reads on, and writes again when there is room', async () => {
    const folder = await mkdtemp(join(SMALL_FS ?? '', 'content-lake-'))
    const ballast = join(folder, 'ballast')
    try {
      const first = await startLake({directory: folder})
      const client = first.clientFor('administrator')
      const acknowledged = await fill(client, '', 10)
      const {bsize, blocks} = await statfs(folder)
      await writeFile(ballast, Buffer.alloc((bsize * blocks) / 2))
      acknowledged.push(...(await fill(client, 'more-', Infinity)))
      await expect(client.assets.upload('file', Buffer.alloc(400_000))).rejects.toMatchObject({
        statusCode: 507,
      })
      expect(await idsIn(client)).toEqual(acknowledged.toSorted())
      await rm(ballast)
      const {_id} = await client.create({_type: 'thing', text: 'x'.repeat(50_000)})
      await first.lake.close()
      const second = await startLake({directory: folder})
      expect(await idsIn(second.clientFor('administrator'))).toEqual(
        [...acknowledged, _id].toSorted(),
      )
      await second.lake.close()
    } finally {
      await rm(folder, {recursive: true})
    }
  })
})

/** Writes until there is no room, or enough is written. */
async function fill(client: SanityClient, prefix: string, most: number): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < most) {
    const _id = `d-${prefix}${ids.length}`
    try {
      await client.create({_id, _type: 'thing', text: 'x'.repeat(50_000)})
    } catch (error) {
      if (error instanceof ServerError && error.statusCode === 507) return ids
      throw error
    }
    ids.push(_id)
  }
  return ids
}

const idsIn = async (client: SanityClient): Promise<string[]> =>
  (await client.fetch<string[]>('*._id')).toSorted()
