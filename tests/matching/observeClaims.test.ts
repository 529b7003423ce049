import {firstValueFrom, filter, map, type Observable} from 'rxjs'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {fetchClaimStandings} from '../../studio/matching/fetchClaimStandings.ts'
import {observeClaims, type KnownClaims} from '../../studio/matching/observeClaims.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

const CLAIM = {_type: 'claim', statement: '93.0% on arrival'}

let running: RunningLake
beforeAll(async () => {
  running = await startLake()
  const client = running.clientFor('administrator')
  await client
    .transaction()
    .create({...CLAIM, _id: 'one', code: 'CLM-001'})
    .create({...CLAIM, _id: 'two', code: 'CLM-002'})
    .create({...CLAIM, _id: 'drafts.two', code: 'CLM-002'})
    .create({...CLAIM, _id: 'three', code: 'CLM-003'})
    .create({...CLAIM, _id: 'drafts.four', code: 'CLM-004'})
    .commit()
  await seal('one')
  await seal('two')
})
afterAll(() => running.lake.close())

/** A seal on a document as it is published now. */
async function seal(id: string): Promise<void> {
  const client = running.clientFor('administrator')
  const rev = await client.fetch<string>('*[_id == $id][0]._rev', {id})
  await client.createOrReplace({
    _id: `seal-${id}`,
    _type: 'seal',
    subject: {_type: 'reference', _ref: id, _weak: true},
    rev,
    pins: [],
    pinCount: 0,
  })
}

type Ready = Extract<KnownClaims, {status: 'ready'}>

const until = (known: Observable<KnownClaims>, holds: (claims: Ready) => boolean) =>
  firstValueFrom(
    known.pipe(
      map((claims) => (claims.status === 'ready' ? claims : undefined)),
      filter((claims) => claims !== undefined),
      filter(holds),
    ),
  )

it('reads where each claim stands from its seal and its draft', async () => {
  expect(Object.fromEntries(await fetchClaimStandings(running.clientFor('editor')))).toEqual({
    one: 'inForce',
    two: 'changing',
    three: 'notInForce',
    four: 'unpublished',
  })
})

it('is fresh after a change, and keeps its index while no claim reads differently', async () => {
  const client = running.clientFor('administrator')
  const known = observeClaims(client)
  expect(observeClaims(client)).toBe(known)
  const subscription = known.subscribe()
  const first = await until(known, () => true)
  expect(first.index().search('3')[0]?.id).toBe('three')

  await seal('three')
  const sealed = await until(known, ({standings}) => standings.get('three') === 'inForce')
  expect(sealed.index).toBe(first.index)

  await client.patch('one').set({statement: 'Set up in 51 seconds'}).commit()
  const changed = await until(known, ({byId}) => byId.get('one')?.statement !== '93.0% on arrival')
  expect(
    changed
      .index()
      .search('seconds')
      .map(({id}) => id),
  ).toEqual(['one'])
  expect(changed.standings.get('one')).toBe('notInForce')

  await client.create({...CLAIM, _id: 'drafts.one', code: 'CLM-001', statement: 'In 49 seconds'})
  await until(known, ({byId}) => byId.get('one')?.statement === 'In 49 seconds')
  subscription.unsubscribe()
})

it('says that it could not read, where it may not', async () => {
  const stranger = running
    .clientFor('administrator')
    .withConfig({token: 'nobody', ignoreBrowserTokenWarning: true})
  const known = await firstValueFrom(
    observeClaims(stranger).pipe(filter(({status}) => status !== 'loading')),
  )
  expect(known).toEqual({status: 'error'})
})
