import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {gateOptions} from '../../claimGate.config.ts'
import {
  createGateModel,
  createJudging,
  fetchOpen,
  judgeCheckpoint,
  loadCheckpoint,
  loadWorld,
  verdictOf,
} from '../../plugins/claim-gate/node.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {checkDataset} from '../../scripts/check/checkDataset.ts'
import {accountsOf} from '../../scripts/lake/personas.ts'
import type {RunningLake} from '../../scripts/lake/runLake.ts'
import {seedDemo} from '../../scripts/seed/seedDemo.ts'
import {runSanity} from '../content-lake/runSanity.ts'
import {runDemo} from '../support/runDemo.ts'
import {startLake} from '../support/startLake.ts'

/* The demo launch as a newcomer finds it: complete, published through the gate, and with exactly the problems left in. */
const model = createGateModel(schemaTypes, gateOptions)

/** What the command line says of one document. */
interface Validated {
  documentId: string
  markers: readonly {level: string; message: string}[]
}

describe('the demo launch', () => {
  let running: RunningLake
  let client: SanityClient
  let home: string

  beforeAll(async () => {
    running = await runDemo()
    client = running.clientFor('owner')
    home = await mkdtemp(join(tmpdir(), 'sanity-cli-'))
  })
  afterAll(async () => {
    await running.close()
    await rm(home, {recursive: true})
  })

  const stateOf = async (id: string) => {
    const judging = createJudging(model, await loadWorld(client, model, {ids: [id]}))
    const standing = judging.standing(id)
    return standing && verdictOf(judging, standing).state
  }

  test('stands as it should: check finds nothing, and the leave-behind alone is stale', async () => {
    const {documents, drafts, findings} = await checkDataset(client, model)
    expect(findings).toEqual([])
    expect(drafts.map(({id, state}) => `${id} ${state}`)).toEqual([
      'claim-004 changed',
      'module-3 inReview',
      'vac-kit-kelvane aligned',
    ])
    const others = documents.filter(({state, delivered}) => state !== 'aligned' || !delivered)
    expect(others).toMatchObject([{id: 'leave-behind-kelvane', state: 'stale', delivered: false}])
    expect(documents).toHaveLength(57)
  })

  test('is valid as Sanity’s own command sees it: not even a remark', async () => {
    // One that is not valid, so that it is seen that all were looked at.
    await client.create({_id: 'drafts.not-valid', _type: 'indication'})
    const token = running.accounts.find(({id}) => id === 'administrator')?.token
    const args = ['documents', 'validate', '-y', '--format', 'ndjson', '-d', 'production']
    args.push('--level', 'info')
    const {stdout, stderr} = await runSanity(running.lake.url, home, args, token)
    const found: Validated[] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const said = found.filter(({markers}) => markers.length > 0).map(({documentId}) => documentId)
    expect(said, `${args.join(' ')}\n${stderr}`).toEqual(['drafts.not-valid'])
    await client.delete('drafts.not-valid')
  }, 180_000)

  test('waits in two open checkpoints: wave 2 for its training, and CLM-004 for everybody', async () => {
    const open = await fetchOpen(client)
    const judged = await Promise.all(
      open.map(async (checkpoint) => {
        const within = await loadCheckpoint(client, model, checkpoint)
        return [checkpoint.title, judgeCheckpoint(model, within)] as const
      }),
    )
    const [wave, change] = judged.toSorted(([a], [b]) => b.localeCompare(a))
    expect(wave?.[0]).toBe('Launch, wave 2')
    expect(wave?.[1].blockers).toEqual([{kind: 'notAligned', id: 'module-3', state: 'inReview'}])
    expect(change?.[1].members).toMatchObject([{id: 'claim-004', isDraft: true}])
    expect(change?.[1].dependants.map(({id}) => id)).toEqual(
      expect.arrayContaining(['slide-06', 'deck-kelvane', 'module-2', 'rubric-kelvane']),
    )
  })

  test('lets CLM-010 end in 24 days', async () => {
    const day = new Date(Date.now() + 24 * 86_400_000).toISOString().slice(0, 10)
    expect(await client.fetch('*[_id == "claim-010"][0].expiresOn')).toBe(day)
  })

  test('is signed by the person who holds the role, with the name that is printed', async () => {
    const signed = await client.fetch<{role: string; reviewerName: string}[]>(
      '*[_type == "review"]{role, reviewerName}',
    )
    const names = new Set(signed.map(({role, reviewerName}) => `${role}: ${reviewerName}`))
    expect([...names].toSorted()).toEqual([
      'legal: Oona Castellan',
      'marketing: Mirela Vance',
      'medical: Ines Adler',
      'regulatory: Haruto Lindqvist',
      'training: Tobias Ekwueme',
    ])
  })

  test('has its brief agreed by both leads, and somebody for every function', async () => {
    expect(await client.fetch('*[_type == "brief"][0].agreed[].person->name')).toEqual([
      'Mirela Vance',
      'Tobias Ekwueme',
    ])
    const held = await client.fetch<string[]>('array::unique(*[_type == "person"].functions[])')
    expect(held.toSorted()).toEqual(
      ['marketing', 'training', 'medical', 'regulatory', 'legal', 'commercial', 'coach'].toSorted(),
    )
  })

  test('has twelve weeks of the field, in codes and on wordings that were approved', async () => {
    const weeks = await client.fetch<string[]>(
      'array::unique(*[_type == "fieldObservation"].observedOn)',
    )
    const span =
      (Date.parse(weeks.toSorted().at(-1) ?? '') - Date.parse(weeks.toSorted()[0] ?? '')) /
      86_400_000
    expect(span).toBeGreaterThan(70)
    const outcomes = await client.fetch<string[]>(
      'array::unique(*[_type == "fieldObservation"].messages[].outcome)',
    )
    expect(outcomes.filter(Boolean).length).toBe(6)
    const pins = await client.fetch<string[]>(
      'array::unique([...*[_type == "fieldObservation"].messages[].fingerprint, ...*[_type == "completion"].fingerprint])',
    )
    const approved = await client.fetch<string[]>('array::unique(*[_type == "review"].fingerprint)')
    expect(pins.filter((each) => !approved.includes(each))).toEqual([])
    expect(await client.fetch('count(*[_type == "deckWalk"])')).toBe(4)
    expect(await client.fetch('count(*[_type == "legacyMaterial"])')).toBe(1)
  })

  test('rides along for the first time on the day that the rubric names', async () => {
    const first = '*[_type == "fieldObservation"][source == "rideAlong"] | order(observedOn)[0]'
    expect(await client.fetch('*[_id == "rubric-kelvane"][0].firstRideAlongOn')).toBe(
      await client.fetch(`${first}.observedOn`),
    )
  })

  test('keeps what was said of E4 before it was corrected', async () => {
    expect(await stateOf('claim-008')).toBe('aligned')
    const [closed] = await client.fetch<{events: {kind: string; doc?: string}[]}[]>(
      '*[_type == "checkpoint"][title match "E4*"][outcome == "passed"]{events}',
    )
    expect(closed?.events).toContainEqual(
      expect.objectContaining({kind: 'setAside', doc: 'leave-behind-kelvane'}),
    )
  })
})

test('a run that was interrupted is gone on with, and a second one changes nothing', async () => {
  const {lake, clientFor} = await startLake({accounts: accountsOf()})
  const revisions = () =>
    clientFor('owner').fetch<string[]>('*[_type != "person"]{"each": _id + _rev}.each | order(@)')
  try {
    const interrupted = (line: string): void => {
      if (line.includes('wave 1')) throw new Error('interrupted')
    }
    await expect(seedDemo({clientFor, model, onProgress: interrupted})).rejects.toThrow(
      'interrupted',
    )
    await seedDemo({clientFor, model, onProgress: () => undefined})
    expect((await checkDataset(clientFor('owner'), model)).findings).toEqual([])
    const before = await revisions()
    expect(before.length).toBeGreaterThan(400)
    await seedDemo({clientFor, model, onProgress: () => undefined})
    const reviews = (all: string[]) => all.filter((each) => !each.startsWith('drafts.'))
    expect(reviews(await revisions())).toEqual(reviews(before))
  } finally {
    await lake.close()
  }
})
