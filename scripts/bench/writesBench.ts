import {closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createCommitter, type Committer} from '../../lake/commit/createCommitter.ts'
import {createLake} from '../../lake/createLake.ts'
import {createDocumentSet} from '../../lake/storage/createDocumentSet.ts'
import {sqliteStorage} from '../../lake/storage/sqliteStorage.ts'
import type {BenchSection} from './bench.ts'
import {compareAsync, type AsyncContender} from './compareAsync.ts'

const WRITERS = 32
const WRITES = 320
const TOKEN = 'token-of-the-bench'

/** A document as content is: some text, a reference, a list. */
const documentOf = (number: number): Record<string, unknown> & {_id: string} => ({
  _id: `claim-${number}`,
  _type: 'claim',
  title: `Claim ${number}`,
  text: 'It takes half as long as it did, measured over a year. '.repeat(5),
  source: {_type: 'reference', _ref: `source-${number % 100}`, _weak: true},
  list: [1, 2].map((each) => ({_key: `k${each}`, _type: 'point', text: `Point ${each}`})),
})

/** Durable writes: the lake's writer, alone and 32-fold, beside appending the same bytes to a file and flushing it. */
export async function* writesBench(): AsyncIterable<BenchSection> {
  const directory = mkdtempSync(join(tmpdir(), 'lake-bench-'))
  try {
    yield await throughCommitter(directory)
    yield await throughHttp(join(directory, 'http'))
  } finally {
    rmSync(directory, {recursive: true})
  }
}

async function throughCommitter(directory: string): Promise<BenchSection> {
  const storage = sqliteStorage(directory)
  const committer = createCommitter(storage, createDocumentSet())
  const plain = openSync(join(directory, 'plain'), 'a')
  let number = 0
  const commit = (): Promise<unknown> => createOne(committer, documentOf((number += 1)))
  await commit()
  const bytes = Buffer.from(JSON.stringify(storage.transactionsAfter(0, 1)[0]))
  const append = async (): Promise<void> => {
    writeSync(plain, bytes)
    fdatasyncSync(plain)
  }
  const together = Buffer.concat(Array.from({length: WRITERS}, () => bytes))
  const appendTogether = async (): Promise<number> => {
    for (let call = 0; call < WRITES / WRITERS; call++) {
      writeSync(plain, together)
      fdatasyncSync(plain)
    }
    return WRITES
  }
  const alone = await compareAsync([
    {name: 'floor: append and fdatasync the same bytes', run: () => repeat(1, append)},
    {name: 'one writer', run: () => repeat(1, commit)},
  ])
  const grouped = await compareAsync([
    {name: 'one writer', run: () => repeat(1, commit)},
    {name: `${WRITERS} writers at once`, run: () => repeat(WRITERS, commit)},
    {name: `floor: append those of ${WRITERS}, fdatasync once`, run: appendTogether},
  ])
  closeSync(plain)
  storage.close()
  return {
    title: `durable writes of ${bytes.byteLength} bytes through the lake's writer`,
    lines: [...alone, ...grouped],
  }
}

async function throughHttp(directory: string): Promise<BenchSection> {
  const account = {id: 'bench', name: 'Bench', email: 'bench@example.org', token: TOKEN}
  const lake = createLake({directory, accounts: [{...account, role: 'administrator'}]})
  const url = `${await lake.listen()}/v2026-11-01/data/mutate/production`
  let number = 0
  const mutate = async (): Promise<void> => {
    const create = documentOf((number += 1))
    const response = await fetch(url, {
      method: 'POST',
      headers: {authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json'},
      body: JSON.stringify({mutations: [{create}]}),
    })
    if (!response.ok) throw new Error(await response.text())
    await response.arrayBuffer()
  }
  const contenders: AsyncContender[] = [
    {name: 'one client', run: () => repeat(1, mutate)},
    {name: `${WRITERS} clients at once`, run: () => repeat(WRITERS, mutate)},
  ]
  const lines = await compareAsync(contenders)
  await lake.close()
  return {title: 'the same over HTTP, clients and lake in one process', lines}
}

const createOne = (committer: Committer, document: {_id: string}): Promise<unknown> =>
  committer.commit({
    author: 'bench',
    authorize: () => undefined,
    apply: async (set) => [set.create(document, 0)],
  })

/** Does something a fixed number of times, so many of them at once; gives how often. */
async function repeat(writers: number, run: () => Promise<unknown>): Promise<number> {
  await Promise.all(
    Array.from({length: writers}, async () => {
      for (let call = 0; call < WRITES / writers; call++) await run()
    }),
  )
  return WRITES
}
