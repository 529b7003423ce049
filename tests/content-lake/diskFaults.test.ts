import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {sqliteStorage} from '../../lake/storage/sqliteStorage.ts'
import {serve, TOKEN} from './killServing.ts'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'content-lake-'))
})
afterEach(() => rm(directory, {recursive: true}))

// A limit on the size of files makes the flush of a commit fail as a broken disk does, and needs no rights to be set.
test('when a commit fails so that nobody can tell what is on disk, nothing is written any more and reading goes on', async () => {
  const lake = serve(directory, {before: "trap '' XFSZ; ulimit -f 600"})
  const client = createClient({
    apiHost: await lake.url,
    useProjectHostname: false,
    projectId: 'throughline',
    dataset: 'production',
    apiVersion: '2026-11-01',
    useCdn: false,
    token: TOKEN,
  })
  const acknowledged: string[] = []
  const create = (_id: string) => client.create({_id, _type: 'thing', text: 'x'.repeat(5000)})
  let refusal: unknown
  for (let number = 0; refusal === undefined; number++) {
    try {
      acknowledged.push((await create(`d${number}`))._id)
    } catch (error) {
      refusal = error
    }
  }
  expect(refusal).toMatchObject({statusCode: 503, message: /could not write/u})
  expect(acknowledged.length).toBeGreaterThan(3)
  const next = await client.delete('d0').catch((error: unknown) => error)
  expect(next).toMatchObject({statusCode: 503, message: /takes no more changes/u})
  expect(await client.fetch('* | order(_createdAt)._id')).toEqual(acknowledged)
  lake.kill()
  await lake.ended

  const storage = sqliteStorage(directory)
  const there = Array.from(storage.load(), ({_id}) => _id)
  expect(there.slice(0, acknowledged.length)).toEqual(acknowledged)
  // The one that was neither acknowledged nor known to be lost may be there, whole.
  expect([0, 1]).toContain(there.length - acknowledged.length)
  storage.close()
})
