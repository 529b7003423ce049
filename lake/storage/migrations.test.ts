import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {MIGRATIONS} from './migrations.ts'
import {openDatabase} from './openDatabase.ts'
import {endSession} from './session.ts'
import {sqliteStorage} from './sqliteStorage.ts'
import type {DocumentChange, LakeDocument, Transaction} from './storage.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lake-storage-'))
})
afterEach(() => rmSync(directory, {recursive: true}))

const time = (sequence: number): string => new Date(sequence * 1000).toISOString()

const state = (id: string, sequence: number, more: object = {}): LakeDocument => ({
  _id: id,
  _type: 'thing',
  _rev: `t${sequence}`,
  _createdAt: time(1),
  _updatedAt: time(sequence),
  ...more,
})

const transaction = (sequence: number, changes: DocumentChange[]): Transaction => ({
  id: `t${sequence}`,
  sequence,
  timestamp: time(sequence),
  author: 'somebody',
  mutations: [{patch: {id: 'a', set: {text: '"\\ π \u{1F9EA} \u0000'}}}],
  changes,
})

const a1 = state('a', 1, {text: '"\\ \n \u0000 \ud800 π \u{1F9EA}', list: [1e21, 0.1, null, true]})
const [b1, a2, a4] = [state('b', 1), state('a', 2, {size: -0.5}), state('a', 4)]
const LOG: readonly Transaction[] = [
  transaction(1, [
    {id: 'b', after: b1},
    {id: 'a', after: a1},
  ]),
  transaction(2, [{id: 'a', before: a1, after: a2}]),
  transaction(3, [
    {id: 'a', before: a2},
    {id: 'b', before: b1},
  ]),
  transaction(4, [{id: 'a', after: a4}]),
]

/** A store as version 1 wrote it. */
function writeVersion1(): void {
  const database = new DatabaseSync(join(directory, 'lake.sqlite'))
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA application_id = 1416121451;
    CREATE TABLE documents (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE transactions (
      sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, timestamp TEXT NOT NULL, author TEXT NOT NULL,
      mutations TEXT NOT NULL, changes TEXT NOT NULL
    ) STRICT;
    CREATE TABLE touched (document TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (document, sequence)) STRICT, WITHOUT ROWID;
    CREATE TABLE blobs (id TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    PRAGMA user_version = 1;
    INSERT INTO blobs VALUES ('file', x'0102');
  `)
  const insert = database.prepare('INSERT INTO transactions VALUES (?, ?, ?, ?, ?, ?)')
  const touch = database.prepare('INSERT INTO touched VALUES (?, ?)')
  for (const {id, sequence, timestamp, author, mutations, changes} of LOG) {
    const [asked, done] = [JSON.stringify(mutations), JSON.stringify(changes)]
    insert.run(sequence, id, timestamp, author, asked, done)
    for (const change of changes) touch.run(change.id, sequence)
  }
  database.prepare('INSERT INTO documents VALUES (?, ?)').run('a', JSON.stringify(a4))
  database.close()
}

/** Everything that can be read of the store, and its log when one transaction more was written. */
function contents(): object {
  const storage = sqliteStorage(directory)
  const read = {
    log: plain(storage.transactionsAfter(0, 10)),
    ofB: plain(storage.transactionsOf(['b'])),
    second: storage.transaction('t2')?.changes,
    wasThere: storage.touchesOf(['a']).map(({documents}) => documents[0]?.present),
    documents: [...storage.load()],
    blob: storage.getBlob('file'),
  }
  storage.append([transaction(5, [{id: 'a', before: a4, after: state('a', 5)}])])
  storage.close()
  const again = sqliteStorage(directory)
  const ids = again.transactionsAfter(3, 10).map(({id}) => id)
  again.close()
  return {...read, ids}
}

/** What is read from disk when it is asked for, read. */
const plain = (transactions: readonly Transaction[]): Transaction[] =>
  transactions.map((each) => ({...each}))

const WHOLE = {
  log: LOG,
  ofB: [LOG[0], LOG[2]],
  second: LOG[1]?.changes,
  wasThere: [true, true, false, true],
  documents: [a4],
  blob: new Uint8Array([1, 2]),
  ids: ['t4', 't5'],
}

describe('a store of an older version', () => {
  test('is brought up to date with everything that is in it', () => {
    writeVersion1()
    expect(contents()).toEqual(WHOLE)
  })

  test('is left as it was when the process is killed while that is done', () => {
    writeVersion1()
    // Kills itself when all is done but the end of the transaction.
    const script = `
      const {openDatabase} = await import(${JSON.stringify(import.meta.resolve('./openDatabase.ts'))})
      const {MIGRATIONS: [first, second]} = await import(${JSON.stringify(import.meta.resolve('./migrations.ts'))})
      openDatabase(process.argv[1], [first, (database) => {
        second(database)
        process.kill(process.pid, 'SIGKILL')
      }])`
    const {signal} = spawnSync(process.execPath, ['--input-type=module', '-e', script, directory])
    expect(signal).toBe('SIGKILL')
    const database = new DatabaseSync(join(directory, 'lake.sqlite'))
    expect(database.prepare('PRAGMA user_version').get()).toEqual({user_version: 1})
    expect(database.prepare('SELECT count(*) AS n FROM touched').get()).toEqual({n: 6})
    database.close()
    expect(contents()).toEqual(WHOLE)
  })

  test('is left as it was when that fails', () => {
    writeVersion1()
    const failing = (): void => {
      throw new Error('not today')
    }
    expect(() => openDatabase(directory, [failing, failing])).toThrow(
      /cannot be opened: not today/u,
    )
    expect(contents()).toEqual(WHOLE)
  })

  test('may be several versions behind', () => {
    writeVersion1()
    const next = (database: DatabaseSync): void => database.exec('CREATE TABLE next (n)')
    const [known, newer] = [MIGRATIONS.length, MIGRATIONS.length + 1]
    const database = openDatabase(directory, [...MIGRATIONS, next])
    expect(database.prepare('PRAGMA user_version').get()).toEqual({user_version: newer})
    endSession(database)
    expect(() => sqliteStorage(directory)).toThrow(
      `is of version ${newer} and this program knows ${known}`,
    )
  })
})
