import {execFile} from 'node:child_process'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {gateOptions} from '../../claimGate.config.ts'
import {ALIGNED_ASSETS_QUERY} from '../../plugins/claim-gate/delivery/index.ts'
import {createGateModel, type GateDocument} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {checkDataset} from '../../scripts/check/checkDataset.ts'
import {PERSONAS} from '../../scripts/lake/personas.ts'
import {runLake} from '../../scripts/lake/runLake.ts'
import {seedAssets} from '../../scripts/seed/seedAssets.ts'
import {seedClaims} from '../../scripts/seed/seedClaims.ts'
import {SERIES_LAUNCH} from '../../scripts/seed/series/seriesLaunch.ts'
import {ACCOUNTS, startLake} from '../support/startLake.ts'
import {startValidation} from '../schemas/startValidation.ts'

/* A launch of any size: what the gate has to cope with in earnest. */
const SIZE = 40
/** Assets of the demo launch that are out; eight of them do not rest on the shared claim, and one is stale. */
const [DEMO, ELSEWHERE] = [15, 8]
const STALE = 'leave-behind-kelvane'
const ASSET_TYPES = ['deckSlide', 'deck', 'leaveBehind', 'vacKit', 'lmsModule', 'coachingRubric']
const model = createGateModel(schemaTypes, gateOptions)

async function deliveredIn(client: SanityClient): Promise<string[]> {
  const lists = await Promise.all(
    ASSET_TYPES.map((type) =>
      client.fetch<{_id: string}[]>(ALIGNED_ASSETS_QUERY, {type}, {perspective: 'published'}),
    ),
  )
  return lists.flat().map(({_id}) => _id)
}

const revisionsIn = (client: SanityClient): Promise<string[]> =>
  client.fetch<string[]>('*[] | order(_id asc){"each": _id + " " + _rev}.each')

describe('a launch that was made larger, beside a running sealer', () => {
  let validation: Awaited<ReturnType<typeof startValidation>>
  let client: SanityClient
  const seeding = {
    clientFor: (id: string) => validation.clientFor(id),
    people: PERSONAS,
    model,
    onProgress: () => undefined,
  }
  const grow = (size: number) => seedAssets(seeding, size)

  beforeAll(async () => {
    validation = await startValidation()
    client = validation.clientFor('administrator')
    expect(await grow(SIZE)).toEqual({
      assets: SIZE,
      written: SIZE - DEMO,
      onSharedClaim: SIZE - ELSEWHERE,
    })
  })
  afterAll(() => validation.close())

  test('has so many assets, all but the stale one delivered, and nothing is wrong with it', async () => {
    const ids = await client.fetch<string[]>(
      '*[_type in $types][!(_id in path("drafts.**"))]._id',
      {types: ASSET_TYPES},
    )
    expect(ids).toHaveLength(SIZE)
    const current = ids.filter((id) => id !== STALE)
    expect((await deliveredIn(client)).toSorted()).toEqual(current.toSorted())
    expect((await checkDataset(client, model)).findings).toEqual([])
  })

  test('has only assets that the Studio finds valid', async () => {
    const assets = await client.fetch<GateDocument[]>('*[string::startsWith(_id, "series-001-")]')
    expect(assets).toHaveLength(20)
    for (const asset of assets) {
      const errors = await validation.errorsOf(asset)
      expect({id: asset._id, errors}).toEqual({id: asset._id, errors: []})
    }
  })

  test('has a launch that the whole series first went out with, agreed to by both leads', async () => {
    const launched = await client.fetch<string[]>('*[launch._ref == $launch]._id | order(@)', {
      launch: SERIES_LAUNCH,
    })
    expect(launched.filter((id) => id.startsWith('series-001-'))).toHaveLength(20)
    expect(launched.filter((id) => id.startsWith('series-002-'))).toEqual([])
    const brief = '*[_type == "brief"][launch._ref == $launch]'
    expect(
      await client.fetch(
        `{"agreed": ${brief}[0].agreed[].person->name, "module": count(*[_id == "series-001-module"][brief._ref in ${brief}._id]),
          "through": *[_type == "checkpoint"][group == $launch]{outcome, "members": count(members)}}`,
        {launch: SERIES_LAUNCH},
      ),
    ).toEqual({
      agreed: ['Mirela Vance', 'Tobias Ekwueme'],
      module: 1,
      through: [{outcome: 'passed', members: 20}],
    })
  })

  test('was signed by whoever holds the role, and never by the one who wrote it', async () => {
    const reviews = await client.fetch<{role: string; reviewer: string}[]>(
      '*[_type == "review"][string::startsWith(subject, "series-")]{role, reviewer}',
    )
    const holds = ({role, reviewer}: {role: string; reviewer: string}): boolean =>
      PERSONAS.some(({id, functions}) => id === reviewer && functions.includes(role))
    expect(reviews.length).toBeGreaterThan(3 * (SIZE - DEMO - 1))
    expect(reviews.filter((review) => !holds(review) || review.reviewer === 'author')).toEqual([])
  })

  test('stays as it is when it is asked for again, or for less', async () => {
    const before = await revisionsIn(client)
    expect(await grow(SIZE)).toMatchObject({assets: SIZE, written: 0})
    expect(await grow(SIZE - 15)).toMatchObject({assets: SIZE, written: 0})
    expect(await revisionsIn(client)).toEqual(before)
  })

  test('has what is lacking put back', async () => {
    await client.delete({query: '*[_id in ["series-001-module", "seal-series-001-module"]]'})
    expect(await grow(SIZE)).toMatchObject({assets: SIZE, written: 1})
    expect(await deliveredIn(client)).toHaveLength(SIZE - 1)
    const restored = '*[_id == "series-001-module"][0].launch._ref'
    expect(await client.fetch(restored)).toBe(SERIES_LAUNCH)
  })

  test('has more claims when they are asked for, each valid and with a code of its own', async () => {
    expect(await seedClaims(seeding, 30)).toEqual({claims: 30, written: 18})
    expect(await seedClaims(seeding, 30)).toEqual({claims: 30, written: 0})
    const claims = await client.fetch<GateDocument[]>(
      '*[_type == "claim"][!(_id in path("drafts.**"))]',
    )
    expect(new Set(claims.map(({code}) => code)).size).toBe(30)
    for (const claim of claims) expect(await validation.errorsOf(claim)).toEqual([])
    expect((await checkDataset(client, model)).findings).toEqual([])
  })

  test('does not grow on a claim that is not in force', async () => {
    await client.patch('claim-008').set({statement: 'It is silent.'}).commit()
    await expect(grow(SIZE + 1)).rejects.toThrow('claim-008 is changed')
  })
})

describe('the command', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  let directory: string
  const run = (env: Record<string, string>, ...args: string[]) =>
    new Promise<{code: unknown; stdout: string; stderr: string}>((resolve) => {
      execFile(
        process.execPath,
        ['scripts/seed.ts', ...args],
        {cwd: root, env: {...process.env, ...env}},
        (error, stdout, stderr) => resolve({code: error ? error.code : 0, stdout, stderr}),
      )
    })

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'seed-size-'))
  })
  afterAll(() => rm(directory, {recursive: true}))

  test('says what is wrong with what it was told', async () => {
    expect(await run({}, '--size', 'abc')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('takes a whole number'),
    })
  })

  test('works in a folder that is empty, and on the lake that runs there', async () => {
    const env = {THROUGHLINE_DATA: directory}
    expect(await run(env, '--size', '17')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(
        'holds 17 assets, 2 of them new; 9 rest on CLM-001. It holds 43 claims',
      ),
    })
    const running = await runLake({port: 0, directory})
    try {
      expect(await run(env, '--size', '19')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('holds 19 assets, 2 of them new'),
      })
      expect(await deliveredIn(running.clientFor('administrator'))).toHaveLength(18)
    } finally {
      await running.close()
    }
  })

  test('elsewhere asks for a second person, who signs what the first one writes', async () => {
    const second = {
      id: 'second',
      name: 'second',
      email: 'second@example.org',
      role: 'editor',
      token: 'token-of-second',
    } as const
    const {lake, clientFor} = await startLake({accounts: [...ACCOUNTS, second]})
    const env = {THROUGHLINE_LAKE_URL: lake.url, SANITY_AUTH_TOKEN: 'token-of-editor'}
    try {
      expect(await run(env, '--size', '16')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('Set THROUGHLINE_REVIEWER_TOKEN'),
      })
      const reader = {...env, THROUGHLINE_REVIEWER_TOKEN: 'token-of-reviewer'}
      expect(await run(reader, '--size', '16')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('may not agree to the brief'),
      })
      const both = {...env, THROUGHLINE_REVIEWER_TOKEN: second.token}
      expect(await run(both, '--size', '16')).toMatchObject({code: 0, stderr: ''})
      expect(await deliveredIn(clientFor('administrator'))).toHaveLength(15)
    } finally {
      await lake.close()
    }
  })
})
