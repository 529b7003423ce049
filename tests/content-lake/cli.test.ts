import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityDocument} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {startLake, type RunningLake} from '../support/startLake.ts'
import {runSanity, type Finished} from './runSanity.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const open: {home: string; lakes: RunningLake[]} = {home: '', lakes: []}

beforeAll(async () => {
  open.home = await mkdtemp(join(tmpdir(), 'sanity-cli-'))
  open.lakes = await Promise.all([startLake(), startLake()])
})
afterAll(async () => {
  await Promise.all(open.lakes.map(({lake}) => lake.close()))
  await rm(open.home, {recursive: true})
})

function lakeNumber(index: 0 | 1): RunningLake {
  const running = open.lakes[index]
  if (!running) throw new Error('The lake did not start')
  return running
}

const sanity = (index: 0 | 1, ...args: string[]): Promise<Finished> =>
  runSanity(lakeNumber(index).lake.url, open.home, args)

/** Runs a command that must succeed, and gives what it printed. */
async function done(index: 0 | 1, ...args: string[]): Promise<string> {
  const {code, stdout, stderr} = await sanity(index, ...args)
  expect(code, `${args.join(' ')}\n${stdout}\n${stderr}`).toBe(0)
  return stdout
}

test('lists the dataset', async () => {
  expect(await done(0, 'dataset', 'list')).toContain('production')
})

describe('documents', () => {
  // How they are validated is in tests/seed/demo.test.ts, on the demo launch.
  test('are created, queried, read and deleted', async () => {
    const file = join(open.home, 'person.json')
    await writeFile(file, JSON.stringify({_id: 'cli-person', _type: 'person', name: 'Ada'}))
    expect(await done(0, 'documents', 'create', file)).toContain('cli-person')
    const query = '*[_type == "person"]{_id, name}'
    expect(JSON.parse(await done(0, 'documents', 'query', query))).toEqual([
      {_id: 'cli-person', name: 'Ada'},
    ])
    expect(JSON.parse(await done(0, 'documents', 'get', 'cli-person'))).toMatchObject({
      name: 'Ada',
    })
    await done(0, 'documents', 'delete', 'cli-person')
    const {code, stderr} = await sanity(0, 'documents', 'get', 'cli-person')
    expect(code).not.toBe(0)
    expect(stderr.replaceAll(/[\s›]+/gu, ' ')).toContain('"cli-person" not found')
  })
})

test('a dataset that was exported and imported is the same, with its files', async () => {
  const from = lakeNumber(0).clientFor('editor')
  const image = await from.assets.upload('image', PIXEL, {filename: 'pixel.png'})
  const file = await from.assets.upload('file', Buffer.from('hello'), {filename: 'hello.txt'})
  const to = (_ref: string) => ({_type: 'reference', _ref})
  await from
    .transaction()
    .create({_id: 'cli-b', _type: 'thing', title: 'π \u{1F9EA}', list: [1, 'two', {_key: 'k'}]})
    .create({
      _id: 'cli-a',
      _type: 'thing',
      strong: to('cli-b'),
      weak: {...to('nowhere'), _weak: true},
      image: {_type: 'image', asset: to(image._id)},
      file: {_type: 'file', asset: to(file._id)},
    })
    .create({_id: 'drafts.cli-a', _type: 'thing', back: to('cli-a')})
    .create({_id: 'some.path.c', _type: 'thing'})
    .commit()
  const archive = join(open.home, 'export.tar.gz')
  await done(0, 'dataset', 'export', 'production', archive)
  await done(1, 'dataset', 'import', archive, '-d', 'production')
  const imported = await contentOf(1)
  expect(imported).toEqual(await contentOf(0))
  expect(imported).toHaveLength(6)
  const [copy] = await lakeNumber(1).clientFor('editor').getDocuments([image._id])
  const response = await fetch(String(copy?.url).replace('localhost', '127.0.0.1'))
  expect(Buffer.from(await response.arrayBuffer()).equals(PIXEL)).toBe(true)
})

test('nothing that the command line asked was unknown to the lake', () => {
  expect(open.lakes.flatMap(({lake}) => lake.ledger.unknown)).toEqual([])
})

/** Every document without what an import makes anew, and without the address of the lake. */
async function contentOf(index: 0 | 1): Promise<object[]> {
  const documents = await lakeNumber(index)
    .clientFor('editor')
    .fetch<SanityDocument[]>('*[!(_id in path("_.**"))] | order(_id)')
  return documents.map(({_rev, _updatedAt, _createdAt, uploadId: _u, url, ...document}) => ({
    ...document,
    ...(typeof url === 'string' ? {path: new URL(url).pathname} : {_createdAt}),
  }))
}
