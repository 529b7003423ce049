import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {askRaw} from '../support/askRaw.ts'
import {startLake} from '../support/startLake.ts'

const CHARACTERS = 20_000

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'content-lake-'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(directory, {recursive: true})
})

test('of a long history no more contents are read than are asked for', async () => {
  const first = await startLake({directory})
  const client = first.clientFor('editor')
  const created = await client.create({_id: 'doc', _type: 'thing', text: 'x'.repeat(CHARACTERS)})
  const revisions = [created._rev]
  for (let size = 1; size < 10; size++)
    revisions.push((await client.patch('doc').set({size}).commit())._rev)
  await client.delete('doc')
  await first.lake.close()

  const {lake} = await startLake({directory})
  const url = `${lake.url}/v2026-11-01/data/history/${lake.dataset}`
  const parse = vi.spyOn(JSON, 'parse')
  /** The answer, and how many contents were read for it. */
  const ask = async (path: string): Promise<[body: string, read: number]> => {
    parse.mockClear()
    const headers = {authorization: 'Bearer token-of-editor'}
    const {body} = await askRaw(`${url}/${path}`, {headers})
    return [body, parse.mock.calls.filter(([text]) => text.length > CHARACTERS).length]
  }
  const [fourth, one] = await ask(`documents/doc?revision=${revisions[4]}`)
  expect(fourth).toContain('"size":4')
  const [last, another] = await ask('documents/doc?lastRevision=true')
  expect(last).toContain('"size":9')
  const [gone, none] = await ask(`documents/doc?time=${new Date().toISOString()}`)
  expect(gone).toBe('{"documents":[]}')
  const [events, nothing] = await ask('events/documents/doc')
  expect(events).toContain('createLiveDocument')
  const heads = 'excludeContent=true&includeIdentifiedDocumentsOnly=true'
  const [log, noneOfIt] = await ask(`transactions/doc,other?${heads}`)
  expect({one, another, none, nothing, noneOfIt}).toEqual({
    one: 1,
    another: 1,
    none: 0,
    nothing: 0,
    noneOfIt: 0,
  })
  const [whole] = await ask(`transactions/doc,other?${heads}&effectFormat=mendoza`)
  const linesOf = (body: string): Record<string, unknown>[] =>
    body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  expect(linesOf(log)).toHaveLength(11)
  expect(linesOf(log)).toEqual(linesOf(whole).map(({effects: _effects, ...head}) => head))
  const [newest] = await ask(`transactions/doc?${heads}&reverse=true&limit=1`)
  expect(linesOf(newest)).toEqual([linesOf(log).at(-1)])
  await lake.close()
})
