import {execFile} from 'node:child_process'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {importFile, type Imported} from '../../scripts/importClaims/importFile.ts'
import {readArguments} from '../../scripts/importClaims/readArguments.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'
import {everythingIn, putDemoClaims} from './demoClaims.ts'

let running: RunningLake
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claims-'))
  running = await startLake()
  await putDemoClaims(running.clientFor('administrator'))
})
afterAll(async () => {
  await running.lake.close()
  await rm(folder, {recursive: true})
})

const everything = () => everythingIn(running.clientFor('administrator'))

/** What the command does with a file, without a process of its own. */
const importing = (text: string, ...args: string[]): Promise<Imported> =>
  importFile(new TextEncoder().encode(text), readArguments(['claims.csv', ...args]), async () => ({
    client: running.clientFor('editor'),
    close: async () => undefined,
  }))

interface Ended {
  code: number | string | null | undefined
  stdout: string
  stderr: string
}

/** The command itself. */
async function run(text: string | Uint8Array, ...args: string[]): Promise<Ended> {
  const file = join(folder, 'claims.csv')
  await writeFile(file, text)
  const env = {
    ...process.env,
    THROUGHLINE_LAKE_URL: running.lake.url,
    SANITY_AUTH_TOKEN: 'token-of-editor',
  }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['scripts/importClaims.ts', file, ...args],
      {env},
      (error, stdout, stderr) => resolve({code: error ? error.code : 0, stdout, stderr}),
    )
  })
}

test('says how columns are read and what becomes of every row; writes with --write, and once', async () => {
  const file = 'Claim ID,Wording,Owner\nCLM-009,Faster to set up,Somebody\nCLM-002,,\n'
  const before = await everything()
  const {text, exitCode} = await importing(file)
  expect(exitCode).toBe(0)
  expect(text).toContain('#2 Wording → Statement')
  expect(text).toContain('#3 Owner: not imported')
  expect(text).toMatch(/line 2 {2}CLM-009 {2}changes\n.*Statement: .* → Faster to set up/u)
  expect(text).toContain('With --write it would write 1 draft')
  expect(await everything()).toEqual(before)

  expect(await run(file, '--write')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 draft written'),
    stderr: '',
  })
  const after = await everything()
  expect(after.length).toBe(before.length + 1)
  expect(await importing(file, '--write')).toMatchObject({
    exitCode: 0,
    text: expect.stringContaining('Nothing to write'),
  })
  expect(await everything()).toEqual(after)
})

test('ends with 1 where rows are refused, and then writes only what is accepted, if asked', async () => {
  const file = 'Code,Text,Sprache\nCLM-008,Quieter,de\nnonsense\u001b[31m,x,de\n'
  const before = await everything()
  const refused = await importing(file, '--write')
  expect(refused).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining('Nothing was written'),
  })
  expect(refused.text).not.toContain('\u001b')
  expect(await everything()).toEqual(before)
  const map = ['--map', 'Text=-', '--map', '#3=qualifier']
  const {text, exitCode} = await importing(file, '--write', '--accepted-only', '--json', ...map)
  expect(exitCode).toBe(1)
  expect(JSON.parse(text)).toMatchObject({
    columns: [{field: 'code'}, {field: null}, {field: 'qualifier'}],
    rows: [{status: 'changed', changes: [{field: 'qualifier', after: 'de'}]}, {status: 'refused'}],
    counts: {changed: 1, refused: 1},
    written: ['claim-008'],
  })
})

test('ends with 2 where nothing gives the code, or the file cannot be read', async () => {
  expect(await importing('Text\nx', '--write')).toMatchObject({
    exitCode: 2,
    text: expect.stringContaining('No column gives the code'),
  })
  const {code, stderr} = await run(Buffer.from('Code,Text\nCLM-001,36 °C', 'latin1'))
  expect(code).toBe(2)
  expect(stderr).toContain('not in UTF-8')
})
