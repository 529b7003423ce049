import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {buildWrites} from '../../studio/importing/claims/buildWrites.ts'
import {fetchLibrary} from '../../studio/importing/claims/fetchLibrary.ts'
import {countOutcomes, type ImportPlan} from '../../studio/importing/claims/outcome.ts'
import {planImport} from '../../studio/importing/claims/planImport.ts'
import {readTable} from '../../studio/importing/claims/readTable.ts'
import {sayReason} from '../../studio/importing/claims/sayReason.ts'
import {writeImport, type ImportResult} from '../../studio/importing/claims/writeImport.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'
import {everythingIn, putDemoClaims} from './demoClaims.ts'

/* A whole file against a lake: what a dry run promises is what is written, once, as drafts, all of it or nothing. */
const COLUMNS =
  'Claim ID;Claim text;Type;Product;Reference;Audience;Market;Label status;Rationale;Expiry date'
const NEW =
  'CLM-013;Quiet enough to talk;Performance;Kelvane Underbody Warming System;KEL-101, p. 106;HCP|VAC;US;CFL;Measured;31.12.2027'
const CHANGED = 'CLM-009;;;;;HCP;;;;'
const SAME = 'CLM-002;;Comparative;;10.5555/kel.1, p. 106, Table 2;VAC|HCP;United States;;;'
const REFUSED = 'CLM-014;Nobody knows;Performance;;TRI-9;HCP;US;On label;;'

let running: RunningLake
let client: SanityClient

beforeEach(async () => {
  running = await startLake()
  client = running.clientFor('editor')
  await putDemoClaims(running.clientFor('administrator'))
})
afterEach(() => running.lake.close())

async function planOf(...rows: string[]): Promise<ImportPlan> {
  const read = readTable(new TextEncoder().encode([COLUMNS, ...rows].join('\r\n')))
  if ('unreadable' in read) throw new Error(sayReason(read.unreadable))
  return planImport(read.table, await fetchLibrary(client))
}

async function write(plan: ImportPlan, acceptedOnly = false): Promise<ImportResult> {
  const built = buildWrites(plan, acceptedOnly)
  if ('refused' in built) throw new Error(built.refused.key)
  return writeImport(client, built.writes)
}

const draftsIn = () => client.fetch<string[]>('*[_id in path("drafts.**")]._id | order(_id)')

test('a dry run writes nothing, and says what becomes of every row', async () => {
  const before = await everythingIn(client)
  const plan = await planOf(NEW, CHANGED, SAME, REFUSED)
  expect(countOutcomes(plan.outcomes)).toEqual({new: 1, changed: 1, same: 1, refused: 1})
  expect(plan.outcomes).toMatchObject([
    {line: 2, id: 'claim-013'},
    {line: 3, changes: [{field: 'audiences', after: ['HCP']}]},
    {line: 4, id: 'claim-002'},
    {line: 5, reasons: [{key: 'evidence.unknown'}, {key: 'field.missing'}]},
  ])
  expect(await everythingIn(client)).toEqual(before)
})

test('writing makes drafts and leaves what is published; a second run writes nothing', async () => {
  const published = await everythingIn(client)
  expect(await write(await planOf(NEW, CHANGED, SAME))).toEqual({
    written: ['claim-013', 'claim-009'],
  })
  expect(await draftsIn()).toEqual(['drafts.claim-009', 'drafts.claim-013'])
  const {_id, _rev, _createdAt, _updatedAt, ...kept} = published.find(
    (each) => each._id === 'claim-009',
  ) ?? {_id: ''}
  expect(await client.getDocument('drafts.claim-009')).toMatchObject({...kept, audiences: ['HCP']})
  const after = await everythingIn(client)
  expect(after.filter((each) => !each._id.startsWith('drafts.'))).toEqual(published)

  const again = await planOf(NEW, CHANGED, SAME)
  expect(countOutcomes(again.outcomes)).toEqual({new: 0, changed: 0, same: 3, refused: 0})
  expect(await write(again)).toEqual({written: []})
  expect(await everythingIn(client)).toEqual(after)
})

test('a draft keeps every field that the file does not name', async () => {
  await client.create({
    ...(await client.getDocument('claim-009')),
    _id: 'drafts.claim-009',
    _type: 'claim',
    qualifier: 'Mine',
  })
  await write(await planOf(CHANGED))
  expect(await client.getDocument('drafts.claim-009')).toMatchObject({
    qualifier: 'Mine',
    audiences: ['HCP'],
  })
})

test('a refused row writes nothing, unless only the accepted are asked for', async () => {
  const plan = await planOf(NEW, REFUSED)
  await expect(write(plan)).rejects.toThrow('write.refused')
  expect(await draftsIn()).toEqual([])
  expect(await write(plan, true)).toEqual({written: ['claim-013']})
  expect(await draftsIn()).toEqual(['drafts.claim-013'])
})

describe('between plan and write, somebody', () => {
  /** What writing answers where it leaves everything as it is. */
  const writeInVain = async (plan: ImportPlan): Promise<ImportResult> => {
    const before = await everythingIn(client)
    const result = await write(plan)
    expect(await everythingIn(client)).toEqual(before)
    return result
  }

  test('edits a draft', async () => {
    await write(await planOf(CHANGED))
    const plan = await planOf(NEW, 'CLM-009;;;;;VAC;;;;')
    await client.patch('drafts.claim-009', {set: {qualifier: 'Mine'}}).commit()
    expect(await writeInVain(plan)).toEqual({moved: ['CLM-009']})
  })

  test('makes a draft of what was only published', async () => {
    const plan = await planOf(NEW, CHANGED)
    await client.create({_id: 'drafts.claim-009', _type: 'claim', code: 'CLM-009'})
    expect(await writeInVain(plan)).toEqual({moved: ['CLM-009']})
  })

  test('publishes other words', async () => {
    const plan = await planOf(NEW, CHANGED)
    await running
      .clientFor('administrator')
      .patch('claim-009', {set: {statement: 'Other'}})
      .commit()
    expect(await writeInVain(plan)).toEqual({moved: ['CLM-009']})
  })

  test('gives another claim the same code', async () => {
    const plan = await planOf(NEW, CHANGED)
    await client.create({_id: 'drafts.mine', _type: 'claim', code: 'CLM-013'})
    expect(await writeInVain(plan)).toEqual({moved: ['CLM-013']})
  })

  test('imports the same file: one of the two is refused, or changes nothing', async () => {
    const [one, two] = [await planOf(NEW, CHANGED), await planOf(NEW, CHANGED)]
    const results = await Promise.all([write(one), write(two)])
    expect(results.filter((each) => 'written' in each).length).toBe(1)
    expect(await draftsIn()).toEqual(['drafts.claim-009', 'drafts.claim-013'])
  })

  test('deletes the evidence: nothing is written, and the lake says why', async () => {
    await client.create({_id: 'evidence-new', _type: 'evidence', title: 'NEW-1'})
    const plan = await planOf(CHANGED, NEW.replace('KEL-101', 'NEW-1'))
    await client.delete('evidence-new')
    await expect(write(plan)).rejects.toThrow('evidence-new')
    expect(await draftsIn()).toEqual([])
  })
})

test('whoever may not write content writes nothing', async () => {
  const built = buildWrites(await planOf(NEW), false)
  const writes = 'writes' in built ? built.writes : []
  await expect(writeImport(running.clientFor('reviewer'), writes)).rejects.toThrow(
    'Insufficient permissions',
  )
  expect(await draftsIn()).toEqual([])
})
