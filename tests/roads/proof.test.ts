import {execFile} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {SanityClient} from '@sanity/client'
import {fc, test as property} from '@fast-check/vitest'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {
  createProofChain,
  DatasetMovedError,
  readProof,
  verifyProof,
  type ProofResult,
} from '../../plugins/claim-gate/node.ts'
import {SEALER} from '../../scripts/lake/personas.ts'
import {exportProof} from '../../scripts/proof/exportProof.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import {IDS, ROLES} from '../invariants/trialDocuments.ts'
import {runDemo} from '../support/runDemo.ts'
import {standBetween} from '../support/standBetween.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* A file that proves what was delivered: written from a real lake, verified from its bytes alone. */
let running: RunningLake
let client: SanityClient
let trial: GateTrial
let directory: string
let file: string

beforeAll(async () => {
  running = await startLake()
  client = running.clientFor('administrator')
  trial = new GateTrial(client)
  directory = mkdtempSync(join(tmpdir(), 'proof-'))
  file = join(directory, 'trial.ndjson')
})
afterAll(async () => {
  await running.lake.close()
  rmSync(directory, {recursive: true})
})
beforeEach(async () => {
  rmSync(file, {force: true})
  await trial.begin()
})

const verify = async (): Promise<ProofResult> => {
  await exportProof(client, trialModel, file)
  return verifyProof([readFileSync(file)])
}
const heldBy = (result: ProofResult) => {
  if (result.status !== 'holds') throw new Error(JSON.stringify(result))
  return result.summary
}
const foundIn = (result: ProofResult): string => {
  if (result.status !== 'wrong') throw new Error(JSON.stringify(result))
  const {what, expected, found} = result.finding
  return `${what}: expected ${expected}; found ${found}`
}

describe('a dataset in which everybody was honest', () => {
  test('is proven: what is in force, and that nothing else is', async () => {
    const {root} = await exportProof(client, trialModel, file)
    expect(heldBy(await verifyProof([readFileSync(file)]))).toMatchObject({
      root,
      projectId: running.lake.projectId,
      counts: {documents: 6, reviews: 10, snapshots: 6, seals: 6, incidents: 0},
      inForce: [...IDS].toSorted(),
      withheld: [],
    })
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  test('holds no draft, and says nothing of one', async () => {
    await trial.edit('p1', {value: 'a draft'})
    expect(heldBy(await verify()).inForce).toContain('p1')
    expect(readFileSync(file, 'utf8')).not.toContain('a draft')
  })

  test('whatever was published past the gate is withheld, with its incident', async () => {
    await trial.writeRaw('c1', 'past the gate')
    await trial.seal()
    const {counts, inForce, withheld} = heldBy(await verify())
    expect(counts.incidents).toBe(1)
    expect(inForce).toEqual(['c2', 'e1', 'e2'])
    expect(withheld).toEqual([
      {id: 'c1', state: 'changed'},
      {id: 'p1', state: 'stale'},
      {id: 'p2', state: 'stale'},
    ])
  })

  test('references to what asks for no role are no missing members', async () => {
    await client.create({_id: 'image-a', _type: 'sanity.imageAsset'})
    await client
      .patch('e1')
      .set({picture: {_type: 'reference', _ref: 'image-a'}})
      .commit()
    await trial.approveEverything()
    expect(heldBy(await verify()).inForce).toHaveLength(IDS.length)
  })

  test('is read page by page', async () => {
    const transaction = client.transaction()
    for (let at = 0; at < 450; at++)
      transaction.create({_id: `study-${at}`, _type: 'study', title: `Study ${at}`})
    await transaction.commit()
    const {counts, withheld} = heldBy(await verify())
    expect(counts.documents).toBe(456)
    expect(withheld).toHaveLength(450)
  })
})

const id = fc.constantFrom(...IDS)
const operation = fc.oneof(
  fc.record({kind: fc.constant('edit' as const), id, value: fc.constantFrom('0', '1')}),
  fc.record({kind: fc.constant('writeRaw' as const), id, value: fc.constantFrom('0', '1')}),
  fc.record({kind: fc.constant('sign' as const), id, role: fc.constantFrom(...ROLES)}),
  fc.record({kind: fc.constant('refuse' as const), id, role: fc.constantFrom(...ROLES)}),
  fc.record({kind: fc.constant('publish' as const), id}),
  fc.record({kind: fc.constant('seal' as const)}),
)
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

function perform(step: Operation): Promise<unknown> {
  switch (step.kind) {
    case 'edit':
      return trial.edit(step.id, {value: step.value})
    case 'writeRaw':
      return trial.writeRaw(step.id, step.value)
    case 'sign':
      return trial.sign(step.id, step.role)
    case 'refuse':
      return trial.sign(step.id, step.role, 'changesRequested')
    case 'publish':
      return trial.publish(step.id)
    case 'seal':
      return trial.seal()
    default:
      return step satisfies never
  }
}

async function exportedBytes(): Promise<Uint8Array> {
  const chain = createProofChain()
  const lines: string[] = []
  for await (const record of readProof(client, trialModel)) lines.push(chain.line(record))
  return new TextEncoder().encode([...lines, chain.end(), ''].join('\n'))
}

property.prop([fc.array(operation, {minLength: 4, maxLength: 14})], {
  seed: 20_261_124,
  numRuns: Number(process.env.PROOF_RUNS ?? 40),
})(
  'whatever people do, the proof holds, and what it says is in force is delivered',
  async (steps) => {
    await trial.begin()
    for (const step of steps) await perform(step)
    await trial.seal()
    const {inForce} = heldBy(await verifyProof([await exportedBytes()]))
    expect(new Set(inForce)).toEqual(await trial.delivered())
  },
)

describe('whoever may write everything and forges in the lake is found', () => {
  test('a seal on content that nobody signed', async () => {
    await trial.writeRaw('p1', 'forged')
    const rev = (await client.getDocument('p1'))?._rev
    await client.patch('seal-p1').set({rev}).commit()
    expect(await trial.isDelivered('p1')).toBe(true)
    expect(foundIn(await verify())).toMatch(
      /^seal seal-p1: expected no seal in force, for it is changed/u,
    )
  })

  test('a review in a role that nobody signed in', async () => {
    const review = await client.fetch<string>(
      '*[_type == "review"][subject == "p1"][role == "medical"][0]._id',
    )
    await client.patch(review).set({role: 'legal'}).commit()
    expect(foundIn(await verify())).toMatch(/^review .*which is that of the role medical/u)
  })

  test('a review taken away, a snapshot of other content', async () => {
    const review = await client.fetch<string>('*[_type == "review"][subject == "p1"][0]._id')
    await client.delete(review)
    expect(foundIn(await verify())).toContain(`seal seal-p1: expected the review ${review}`)
    const snapshot = await client.fetch<string>('*[_type == "snapshot"][subject == "e1"][0]._id')
    await client.patch(snapshot).set({content: '{"_type":"study"}'}).commit()
    expect(foundIn(await verify())).toMatch(/^snapshot claimGate\.snapshot\.e1.*fingerprint/u)
  })
})

describe('an export that cannot be made', () => {
  const through = (url: string) =>
    client.withConfig({apiHost: url, maxRetries: 0, retryDelay: () => 0})

  test('leaves the file that was there, and no half one', async () => {
    writeFileSync(file, 'an earlier proof')
    const between = await standBetween(client.config().apiHost, async (count) =>
      count > 3 ? 'cut' : 'pass',
    )
    await expect(exportProof(through(between.url), trialModel, file)).rejects.toThrow(
      'could not be read',
    )
    await between.close()
    expect(readFileSync(file, 'utf8')).toBe('an earlier proof')
    expect(readdirSync(directory)).toEqual(['trial.ndjson'])
  })

  test('begins again when somebody publishes meanwhile', async () => {
    const between = await standBetween(client.config().apiHost, async (count) => {
      if (count === 2) await trial.writeRaw('p1', 'meanwhile')
      return 'pass'
    })
    await exportProof(through(between.url), trialModel, file)
    await between.close()
    const {withheld} = heldBy(await verifyProof([readFileSync(file)]))
    expect(withheld).toEqual([{id: 'p1', state: 'changed'}])
  })

  test('gives up when it never stands still', async () => {
    let written = 0
    const between = await standBetween(client.config().apiHost, async () => {
      await trial.writeRaw('p1', `write ${written++}`)
      return 'pass'
    })
    await expect(exportProof(through(between.url), trialModel, file)).rejects.toThrow(
      DatasetMovedError,
    )
    await between.close()
    expect(readdirSync(directory)).toEqual([])
  })

  test('says so where nothing is to be proven, nothing may be read, or nothing can be written', async () => {
    await expect(exportProof(running.clientFor(undefined), trialModel, file)).rejects.toThrow(
      /could not be read: .*private/u,
    )
    await expect(exportProof(client, trialModel, join(directory, 'no', 'where'))).rejects.toThrow(
      'ENOENT',
    )
    await client.delete({query: '*[_id in path("**")]'})
    await expect(exportProof(client, trialModel, file)).rejects.toThrow(
      'shows no published document that the gate holds',
    )
    expect(readdirSync(directory)).toEqual([])
  })
})

describe('the command', () => {
  const ROOT = fileURLToPath(new URL('../..', import.meta.url))

  function run(args: readonly string[], env: Record<string, string> = {}) {
    return new Promise<{code: number; said: string}>((resolve) => {
      const all = ['scripts/proof.ts', ...args]
      execFile(
        process.execPath,
        all,
        {cwd: ROOT, env: {PATH: process.env.PATH, ...env}},
        (error, stdout, stderr) =>
          resolve({code: error ? Number(error.code ?? 1) : 0, said: stdout + stderr}),
      )
    })
  }

  test('exports the demo launch and verifies it; a changed file ends with 1, none with 2', async () => {
    const demo = await runDemo()
    const token = demo.accounts.find((account) => account.id === SEALER)?.token ?? ''
    const env = {THROUGHLINE_LAKE_URL: demo.lake.url, SANITY_AUTH_TOKEN: token}
    const written = await run(['export', file], env)
    expect(written).toMatchObject({code: 0})
    await demo.close()

    const root = /root hash (\w{64})/u.exec(written.said)?.[1] ?? 'none'
    const verified = await run(['verify', file])
    expect(verified).toEqual({code: 0, said: expect.stringContaining(root)})
    expect(verified.said).toMatch(/57 published documents[^]*56 in force/u)

    const proof = readFileSync(file, 'utf8')
    writeFileSync(file, proof.replace('"decision":"approved"', '"decision":"approveD"'))
    const changed = await run(['verify', file])
    expect(changed).toEqual({
      code: 1,
      said: expect.stringMatching(/at line \d+, review claimGate/u),
    })
  })

  test('says what to do where it can do nothing', async () => {
    expect(await run(['verify', file])).toEqual({
      code: 2,
      said: expect.stringContaining('cannot be read'),
    })
    expect(await run(['verify', 'package.json'])).toEqual({
      code: 2,
      said: expect.stringContaining('is no proof'),
    })
    expect(await run([])).toEqual({code: 2, said: expect.stringContaining('Usage')})
    const env = {THROUGHLINE_LAKE_URL: client.config().apiHost, SANITY_AUTH_TOKEN: 'none'}
    expect(await run(['export', file], env)).toEqual({
      code: 2,
      said: expect.stringContaining('was not written'),
    })
    expect(readdirSync(directory)).toEqual([])
  })
})
