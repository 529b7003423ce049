import {chmod, cp, mkdir, mkdtemp, open, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {createClient} from '@sanity/client'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {createLake} from '../../lake/createLake.ts'
import {ACCOUNTS, startLake} from '../support/startLake.ts'
import {serve, TOKEN} from './killServing.ts'

const NOBODY = 65_534

let directory = ''
let file = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'content-lake-'))
  file = join(directory, 'lake.sqlite')
})
afterEach(async () => {
  await chmod(directory, 0o700)
  await rm(directory, {recursive: true})
})

const opened = () => createLake({accounts: ACCOUNTS, directory})

/** What a lake says that is started by a user who may not do everything, as the one who runs the tests may. */
function saidWithoutRights(): Promise<string> {
  const isRoot = process.getuid?.() === 0
  return serve(directory, {user: isRoot ? NOBODY : undefined}).ended
}

/** A lake that wrote some transactions and was killed: all of them are in the journal. */
async function leaveJournal(folder: string): Promise<void> {
  const lake = serve(folder)
  const client = createClient({
    apiHost: await lake.url,
    useProjectHostname: false,
    projectId: 'throughline',
    dataset: 'production',
    apiVersion: '2026-11-01',
    useCdn: false,
    token: TOKEN,
  })
  for (let number = 0; number < 5; number++) await client.create({_type: 'thing', number})
  lake.kill()
  await lake.ended
}

async function overwrite(name: string, at: number): Promise<void> {
  const handle = await open(name, 'r+')
  await handle.write(Buffer.alloc(64, 7), 0, 64, at)
  await handle.close()
}

describe('what cannot be used is said to be, with what to do, and is left as it was', () => {
  test('a folder without the right to write in it', async () => {
    await chmod(directory, 0o555)
    expect(await saidWithoutRights()).toMatch(/allow this user to write in the folder/u)
    expect(await readdir(directory)).toEqual([])
  })

  test('a folder without the right to write in it, with a store', async () => {
    await opened().close()
    await chmod(file, 0o666)
    await chmod(directory, 0o555)
    expect(await saidWithoutRights()).toMatch(/allow this user to write in the folder/u)
  })

  test('a file without the right to write to it', async () => {
    await opened().close()
    await chmod(file, 0o444)
    await chmod(directory, 0o777)
    expect(await saidWithoutRights()).toMatch(/allow this user to write .* to the files in it/u)
  })

  test('an empty file', async () => {
    await writeFile(file, '')
    expect(opened).toThrow(/lake\.sqlite is empty.*Put a copy of it back/u)
    expect(await readFile(file)).toHaveLength(0)
  })

  test('a folder in place of the file', async () => {
    await mkdir(file)
    expect(opened).toThrow(/lake\.sqlite is not a file; name another folder/u)
  })

  test('a database of some other program in the middle of its work', async () => {
    const other = new DatabaseSync(file)
    other.exec('PRAGMA journal_mode = WAL; CREATE TABLE recipes (name TEXT)')
    const before = await readFile(`${file}-wal`)
    expect(opened).toThrow(/some other program/u)
    expect(await readFile(`${file}-wal`)).toEqual(before)
    other.close()
  })

  test('a file that was cut off', async () => {
    const {lake, clientFor} = await startLake({directory})
    await clientFor('administrator').create({_type: 'thing', text: 'x'.repeat(50_000)})
    await lake.close()
    const whole = await readFile(file)
    await writeFile(file, whole.subarray(0, whole.length - 20_000))
    expect(opened).toThrow(/lake\.sqlite (?:is damaged|cannot be opened)/u)
    expect(await readFile(file)).toHaveLength(whole.length - 20_000)
  })

  test('a folder that another process has', async () => {
    const lake = serve(directory)
    await lake.url
    expect(opened).toThrow(/is in use by another lake; stop it/u)
    lake.kill()
    await lake.ended
    await opened().close()
  })
})

describe('the journal of a lake that did not end properly', () => {
  let killed = ''
  beforeAll(async () => {
    killed = await mkdtemp(join(tmpdir(), 'content-lake-'))
    await leaveJournal(killed)
  })
  afterAll(() => rm(killed, {recursive: true}))
  beforeEach(() => cp(killed, directory, {recursive: true}))

  test('is taken in', async () => {
    const lake = opened()
    expect(lake.documents.size).toBe(5)
    await lake.close()
  })

  test('is missed', async () => {
    const journal = await readFile(`${file}-wal`)
    await rm(`${file}-wal`)
    expect(opened).toThrow(/lake\.sqlite-wal is missing.*Put it back/u)
    expect(opened).toThrow(/lake\.sqlite-wal is missing/u)
    await writeFile(`${file}-wal`, journal)
    const lake = opened()
    expect(lake.documents.size).toBe(5)
    await lake.close()
  })

  test('is not taken for one of a new store when the file is gone', async () => {
    await rm(file)
    expect(opened).toThrow(/lake\.sqlite is missing.*put it back/u)
    expect(await readdir(directory)).toEqual(['lake.sqlite-wal'])
  })

  test.each([
    ['at its beginning', 8],
    ['in its first transaction', 32 + 24 + 100],
  ])('is not passed over when it is damaged %s', async (_, at) => {
    await overwrite(`${file}-wal`, at)
    const damaged = await readFile(`${file}-wal`)
    expect(opened).toThrow(/lake\.sqlite-wal is damaged.*put back a copy/u)
    expect(await readFile(`${file}-wal`)).toEqual(damaged)
  })

  test('may have a last transaction that was cut off', async () => {
    const journal = await readFile(`${file}-wal`)
    await writeFile(`${file}-wal`, journal.subarray(0, -100))
    const lake = opened()
    expect(lake.documents.size).toBe(4)
    await lake.close()
  })
})

test('a store whose process ended without closing it can be opened', async () => {
  expect(await serve(directory, {endsAtOnce: true}).ended).toBe('')
  await opened().close()
})
