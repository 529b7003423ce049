import {execFile} from 'node:child_process'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {gateOptions} from '../../claimGate.config.ts'
import {ALIGNED_ASSETS_QUERY} from '../../plugins/claim-gate/delivery/index.ts'
import {createGateModel, recall, sweep} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {accountsOf, SEALER} from '../../scripts/lake/personas.ts'
import {seedDemo} from '../../scripts/seed/seedDemo.ts'
import {runSanity} from '../content-lake/runSanity.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* Import gives every document another revision: no seal names it, nothing is delivered, and a sweep makes it good. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TOKEN = 'token-of-administrator'
const model = createGateModel(schemaTypes, gateOptions)
let from: RunningLake
let to: RunningLake
let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'reimport-'))
  from = await startLake({accounts: accountsOf({administrator: TOKEN})})
  to = await startLake()
  await seedDemo({clientFor: from.clientFor, model, onProgress: () => undefined})
  await moveSomeOfIt(from.clientFor('administrator'))
})
afterAll(async () => {
  await Promise.all([from, to].map(({lake}) => lake.close()))
  await rm(home, {recursive: true})
})

/** A claim is recalled, and another changed past the gate: what rests on the two is withheld, and the rest delivered. */
async function moveSomeOfIt(client: SanityClient): Promise<void> {
  const [recalled, changed] = await client.fetch<string[]>(
    '*[_type == "claim"][!(_id in path("drafts.**"))][count(*[references(^._id)]) > 0]._id | order(@)',
  )
  if (!recalled || !changed) throw new Error('The demo launch has no claims that anything rests on')
  const result = await recall(from.clientFor('medical'), model, {
    subject: recalled,
    account: 'medical',
    role: 'medical',
    comment: 'The study was withdrawn',
  })
  if ('refused' in result) throw new Error(JSON.stringify(result.refused))
  await client.patch(changed, {set: {statement: 'Something that nobody approved'}}).commit()
  await sweep(from.clientFor(SEALER), model)
}

/** Ids of all that is delivered, of every gated type. */
async function delivered({clientFor}: RunningLake): Promise<string[]> {
  const answers = await Promise.all(
    Object.keys(model.types).map((type) =>
      clientFor('administrator').fetch<{_id: string}[]>(
        ALIGNED_ASSETS_QUERY,
        {type},
        {perspective: 'published'},
      ),
    ),
  )
  return answers
    .flat()
    .map(({_id}) => _id)
    .toSorted()
}

const openIncidents = ({clientFor}: RunningLake) =>
  clientFor('administrator').fetch<string[]>(
    '*[_type == "incident"][!defined(closedAt)].subject | order(@)',
  )

async function dataset({lake}: RunningLake, ...args: string[]): Promise<void> {
  const {code, stdout, stderr} = await runSanity(lake.url, home, ['dataset', ...args])
  expect(code, `${stdout}\n${stderr}`).toBe(0)
}

/** The command, on a lake under this address. */
async function reseal({lake}: RunningLake): Promise<string> {
  const {stdout} = await promisify(execFile)(process.execPath, ['scripts/reseal.ts'], {
    cwd: ROOT,
    env: {...process.env, THROUGHLINE_LAKE_URL: lake.url, SANITY_AUTH_TOKEN: TOKEN},
  })
  return stdout.trim()
}

test('what was deliverable before export is deliverable after import and `reseal`, and nothing else', async () => {
  const before = await delivered(from)
  const published = await from
    .clientFor('administrator')
    .fetch<number>('count(*[_type in $types][!(_id in path("drafts.**"))])', {
      types: Object.keys(model.types),
    })
  expect(before.length).toBeGreaterThan(0)
  expect(before.length).toBeLessThan(published - 2)

  const archive = join(home, 'export.tar.gz')
  await dataset(from, 'export', 'production', archive)
  await dataset(to, 'import', archive, '-d', 'production')
  expect(await delivered(to)).toEqual([])

  expect(await reseal(to)).toMatch(/^[1-9]\d* seals written, 0 incidents opened$/u)
  expect(await delivered(to)).toEqual(before)
  expect(await openIncidents(to)).toEqual(await openIncidents(from))
  expect(await sweep(to.clientFor('administrator'), model)).toEqual({sealed: [], incidents: []})
})
