import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {MIGRATIONS, type Migration} from './migrations.ts'
import {openDatabase} from './openDatabase.ts'
import {sqliteStorage} from './sqliteStorage.ts'
import type {Transaction} from './storage.ts'

let directory = ''
let file = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lake-storage-'))
  file = join(directory, 'lake.sqlite')
})
afterEach(() => rmSync(directory, {recursive: true}))

const transaction = (sequence: number): Transaction => ({
  id: `t${sequence}`,
  sequence,
  timestamp: 'then',
  author: 'somebody',
  mutations: [],
  changes: [
    {
      id: 'a',
      after: {_id: 'a', _type: 'x', _rev: 't', _createdAt: 'then', _updatedAt: 'then', sequence},
    },
  ],
})

/** What a process leaves that is killed: all that it wrote is in the journal. */
function leaveKilled(write: (folder: string) => () => void): void {
  const folder = join(directory, 'running')
  mkdirSync(folder)
  const close = write(folder)
  for (const name of ['lake.sqlite', 'lake.sqlite-wal'])
    copyFileSync(join(folder, name), join(directory, name))
  close()
  rmSync(folder, {recursive: true})
}

const leaveStore = (): void =>
  leaveKilled((folder) => {
    const storage = sqliteStorage(folder)
    storage.append([transaction(1), transaction(2)])
    return () => storage.close()
  })

function written(): unknown[] {
  const storage = sqliteStorage(directory)
  const ids = storage.transactionsAfter(0, 9).map(({id}) => id)
  storage.close()
  return ids
}

const failing: Migration = () => {
  throw new Error('not today')
}

describe('a store with a journal that was refused', () => {
  test.each<[string, Migration[], RegExp]>([
    ['by a program that is too old', MIGRATIONS.slice(0, 1), /knows 1; use the program/u],
    ['for a migration that failed', [...MIGRATIONS, failing], /cannot be opened: not today/u],
  ])('%s is opened with all that is in it', (_, migrations, refusal) => {
    leaveStore()
    expect(() => openDatabase(directory, migrations)).toThrow(refusal)
    expect(() => openDatabase(directory, migrations)).toThrow(refusal)
    expect(written()).toEqual(['t1', 't2'])
    expect(readdirSync(directory)).toEqual(['lake.sqlite'])
  })

  test('is missed when the journal is gone afterwards, and refused as before', () => {
    leaveStore()
    expect(() => openDatabase(directory, MIGRATIONS.slice(0, 1))).toThrow(/use the program/u)
    rmSync(`${file}-wal`)
    expect(written).toThrow(/lake\.sqlite-wal is missing/u)
  })
})

describe('a store that was in use to the last and lacks its journal', () => {
  test('is refused and left as it was', () => {
    leaveStore()
    rmSync(`${file}-wal`)
    const before = readFileSync(file)
    for (let time = 0; time < 2; time++) expect(written).toThrow(/lake\.sqlite-wal is missing/u)
    expect(readFileSync(file)).toEqual(before)
    expect(readdirSync(directory)).toEqual(['lake.sqlite'])
  })

  test('is not brought up to date, so that its journal still fits when it is put back', () => {
    const known = MIGRATIONS.length
    const next: Migration = (database) => database.exec('CREATE TABLE next (n)')
    leaveStore()
    const journal = join(directory, 'journal')
    copyFileSync(`${file}-wal`, journal)
    rmSync(`${file}-wal`)
    const before = readFileSync(file)
    expect(() => openDatabase(directory, [...MIGRATIONS, next])).toThrow(/-wal is missing/u)
    expect(readFileSync(file)).toEqual(before)
    copyFileSync(journal, `${file}-wal`)
    const database = openDatabase(directory, [...MIGRATIONS, next])
    expect(database.prepare('PRAGMA user_version').get()).toEqual({user_version: known + 1})
    expect(database.prepare('SELECT count(*) AS n FROM transactions').get()).toEqual({n: 2})
    database.close()
  })
})

test('a store that cannot be put in order at start says why', () => {
  leaveStore()
  const database = new DatabaseSync(file)
  database.exec("INSERT INTO ids VALUES ('t1', 1); UPDATE progress SET open = 0")
  database.close()
  expect(() => sqliteStorage(directory)).toThrow(/lake\.sqlite cannot be opened: .*UNIQUE/u)
  expect(() => sqliteStorage(directory)).toThrow(/UNIQUE/u)
})
