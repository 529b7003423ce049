import {afterAll, beforeAll, expect, it} from 'vitest'
import {fetchClaimEntries} from '../../studio/matching/fetchClaimEntries.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

let running: RunningLake
beforeAll(async () => {
  running = await startLake()
})
afterAll(() => running.lake.close())

it('reads drafts over what is published, with their evidence in one line each', async () => {
  const client = running.clientFor('editor')
  const claim = {_type: 'claim', code: 'CLM-004', statement: '93.0% on arrival'}
  await client
    .transaction()
    .create({
      _id: 'registry',
      _type: 'evidence',
      title: 'KEL-REG',
      citation: {container: 'Annals of Surgical Warming', year: 2026},
    })
    .create({
      ...claim,
      _id: 'four',
      substantiation: [{_key: 'a', evidence: {_type: 'reference', _ref: 'registry'}}, {_key: 'b'}],
      variations: ['93.0%'],
    })
    .create({...claim, _id: 'drafts.four', statement: '92.0% on arrival', qualifier: 'One arm.'})
    .create({_id: 'drafts.empty', _type: 'claim'})
    .create({...claim, _id: 'one', code: 'CLM-001'})
    .commit()

  expect(await fetchClaimEntries(client)).toEqual(
    expect.arrayContaining([
      {
        id: 'four',
        code: 'CLM-004',
        statement: '92.0% on arrival',
        qualifier: 'One arm.',
        variations: [],
        evidence: [],
      },
      {id: 'empty', code: '', statement: '', variations: [], evidence: []},
      {id: 'one', code: 'CLM-001', statement: '93.0% on arrival', variations: [], evidence: []},
    ]),
  )

  await client.delete('drafts.four')
  const entries = await fetchClaimEntries(client)
  expect(entries.find(({id}) => id === 'four')).toMatchObject({
    variations: ['93.0%'],
    evidence: ['KEL-REG, Annals of Surgical Warming, 2026'],
  })
})
