import {execFile} from 'node:child_process'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* `npm run check` and `npm run reseal` as commands: what they are told, what they print, and how they end. */
let running: RunningLake
let home: string

beforeAll(async () => {
  running = await startLake()
  home = await mkdtemp(join(tmpdir(), 'check-'))
})
afterAll(async () => {
  await running.lake.close()
  await rm(home, {recursive: true})
})

/** Nobody may take a dataset in which nothing is to be seen for one in which nothing is wrong. */
const empty = {
  code: 2,
  stderr: expect.stringMatching(/shows no document that the gate holds.* look whether/u),
}

const run = (env: Record<string, string>, ...args: string[]) => runScript('check', env, ...args)

const runScript = (script: string, env: Record<string, string>, ...args: string[]) =>
  new Promise<{code: number | string | null | undefined; stdout: string; stderr: string}>(
    (resolve) => {
      execFile(
        process.execPath,
        [`scripts/${script}.ts`, ...args],
        {env: {...process.env, ...env}},
        (error, stdout, stderr) => resolve({code: error ? error.code : 0, stdout, stderr}),
      )
    },
  )

test('ends with 0 or 1, as JSON if asked, and with 2 where nothing could be checked', async () => {
  const client = running.clientFor('administrator')
  const env = {
    THROUGHLINE_LAKE_URL: running.lake.url,
    SANITY_AUTH_TOKEN: client.config().token ?? '',
  }
  expect(await run(env)).toMatchObject(empty)
  await client.create({_id: 'brief', _type: 'brief'})
  expect(await run(env)).toMatchObject(empty)
  await client.create({_id: 'drafts.claim-1', _type: 'claim', statement: 'Nobody signed this'})
  expect(await run(env)).toMatchObject({code: 0, stdout: expect.stringContaining('Everything')})
  const mistaken = await run(env, '--imported', 'administrator')
  expect(mistaken).toMatchObject({code: 2, stderr: expect.stringContaining('ACCOUNT@TIME')})
  await client.create({_id: 'claim-1', _type: 'claim', statement: 'Nobody signed this'})
  const found = await run(env, '--json')
  expect(found.code).toBe(1)
  expect(JSON.parse(found.stdout)).toMatchObject({
    documents: [{id: 'claim-1', state: 'unreviewed', delivered: false}],
    findings: [{about: 'content', id: 'claim-1'}],
  })
  const refused = await run({...env, SANITY_AUTH_TOKEN: 'nobody'})
  expect(refused).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('could not be checked'),
  })
})

test('ends with 2 in a folder that holds no dataset', async () => {
  const nowhere = {THROUGHLINE_LAKE_URL: '', SANITY_STUDIO_PROJECT_ID: ''}
  expect(await run({...nowhere, THROUGHLINE_DATA: join(home, 'mistyped')})).toMatchObject(empty)
})

test('reseal ends with 0 when all is up to date, with 1 where something could not be, with 2 where nothing was', async () => {
  const own = await startLake()
  try {
    const client = own.clientFor('administrator')
    const env = {
      THROUGHLINE_LAKE_URL: own.lake.url,
      SANITY_AUTH_TOKEN: client.config().token ?? '',
    }
    expect(await runScript('reseal', env)).toMatchObject(empty)
    await client.create({_id: 'claim-1', _type: 'claim', statement: 'Nobody signed this'})
    expect(await runScript('reseal', env)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d seals written, \d incidents opened$/mu),
    })
    // Who may only read seals nothing, and is told of what.
    const viewer = own.clientFor('viewer').config().token ?? ''
    await client.create({_id: 'claim-2', _type: 'claim', statement: 'Nor this'})
    const refused = await runScript('reseal', {...env, SANITY_AUTH_TOKEN: viewer})
    expect(refused).toMatchObject({code: 1, stderr: expect.stringContaining('claim-2')})
    expect(await runScript('reseal', {...env, SANITY_AUTH_TOKEN: 'nobody'})).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Nothing could be brought up to date'),
    })
  } finally {
    await own.lake.close()
  }
})
