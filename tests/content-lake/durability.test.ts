import {spawn} from 'node:child_process'
import {mkdtemp, open, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createLake} from '../../lake/createLake.ts'
import {ACCOUNTS, startLake} from '../support/startLake.ts'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'content-lake-'))
})
afterEach(() => rm(directory, {recursive: true}))

describe('what was acknowledged is there', () => {
  test('after the lake was closed and opened again', async () => {
    const first = await startLake({directory})
    const client = first.clientFor('administrator')
    const created = await client.create({_id: 'kept', _type: 'thing', text: 'π "\u{1F9EA}"'})
    const {_rev} = await client.patch('kept').set({size: 2}).commit()
    await client.request({method: 'PUT', url: '/users/me/keyvalue', body: [{key: 'k', value: 1}]})
    await first.lake.close()

    const second = await startLake({directory})
    const again = second.clientFor('administrator')
    expect(await again.getDocument('kept')).toEqual({
      ...created,
      size: 2,
      _rev,
      _updatedAt: expect.any(String),
    })
    const repeated = again.mutate([{delete: {id: 'kept'}}], {transactionId: _rev})
    await expect(repeated).rejects.toMatchObject({statusCode: 409})
    const log = await again.request<unknown>({url: '/data/history/production/transactions/kept'})
    expect(String(log).trim().split('\n')).toHaveLength(2)
    expect(await again.request<unknown>({url: '/users/me/keyvalue/k'})).toMatchObject([{value: 1}])
    await second.lake.close()
  })

  test.each([1, 60, 400])(
    'after kill -9 behind %i acknowledged transactions, and none is there in half',
    async (count) => {
      const acknowledged = await writeUntilKilled(count)
      const {lake, clientFor} = await startLake({directory})
      try {
        const pairs = await clientFor('administrator').fetch<{number: number; both: number}[]>(
          '*[_id match "first*"]{number, "both": count(*[number == ^.number])}',
        )
        expect(pairs.filter(({both}) => both !== 2)).toEqual([])
        const there = new Set(pairs.map(({number}) => number))
        expect(acknowledged.filter((number) => !there.has(number))).toEqual([])
      } finally {
        await lake.close()
      }
    },
  )

  /** The numbers that a process said were acknowledged before it was killed. */
  function writeUntilKilled(count: number): Promise<number[]> {
    const script = fileURLToPath(new URL('./keepWriting.ts', import.meta.url))
    const child = spawn(process.execPath, [script, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString()
      if (said.split('\n').length > count) child.kill('SIGKILL')
    })
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      // The last line may have been cut off by the kill.
      child.once('close', () => resolve(said.split('\n').slice(0, -1).map(Number)))
    })
  }
})

describe('a folder that cannot be used is said to be, and left alone', () => {
  test('while another lake has it', async () => {
    const {lake} = await startLake({directory})
    expect(() => createLake({accounts: ACCOUNTS, directory})).toThrow(/is in use by another lake/u)
    await lake.close()
    await createLake({accounts: ACCOUNTS, directory}).close()
  })

  test('with a file that is no database', async () => {
    await writeFile(join(directory, 'lake.sqlite'), 'this is my shopping list, do not lose it')
    expect(() => createLake({accounts: ACCOUNTS, directory})).toThrow(
      /lake\.sqlite cannot be opened/u,
    )
  })

  test('with a database of some other program', async () => {
    const database = new DatabaseSync(join(directory, 'lake.sqlite'))
    database.exec('CREATE TABLE recipes (name TEXT)')
    database.close()
    expect(() => createLake({accounts: ACCOUNTS, directory})).toThrow(/some other program/u)
  })

  test('with one of a newer version', async () => {
    await createLake({accounts: ACCOUNTS, directory}).close()
    const database = new DatabaseSync(join(directory, 'lake.sqlite'))
    database.exec('PRAGMA user_version = 99')
    database.close()
    expect(() => createLake({accounts: ACCOUNTS, directory})).toThrow(/is of version 99/u)
  })

  test('with a torn file', async () => {
    const {lake, clientFor} = await startLake({directory})
    const client = clientFor('administrator')
    const text = 'x'.repeat(3000)
    for (let number = 0; number < 20; number++) await client.create({_type: 'thing', number, text})
    await lake.close()
    const file = await open(join(directory, 'lake.sqlite'), 'r+')
    const {size} = await file.stat()
    await file.write(Buffer.alloc(size - 20_000, 7), 0, size - 20_000, 12_288)
    await file.close()
    expect(() => createLake({accounts: ACCOUNTS, directory})).toThrow(
      /lake\.sqlite (?:is damaged|cannot be opened)/u,
    )
    expect(await readdir(directory)).toContain('lake.sqlite')
  })

  test('where there is no folder and none can be made', async () => {
    const file = join(directory, 'file')
    await writeFile(file, '')
    expect(() => createLake({accounts: ACCOUNTS, directory: join(file, 'below')})).toThrow(
      /cannot be opened/u,
    )
  })
})
