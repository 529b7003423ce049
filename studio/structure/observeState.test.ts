import {addDays} from 'date-fns/addDays'
import {firstValueFrom} from 'rxjs'
import {expect, test} from 'vitest'
import {startLake} from '../../tests/support/startLake.ts'
import {observeState} from './observeState.ts'
import {STATES} from './states.ts'

/* On a lake, with the delivery predicate itself: in a list a draft must not hide what is published behind it. */
const slide = (id: string) => ({_id: id, _type: 'deckSlide', headline: id})

const seal = (id: string, rev: string, validUntil?: string) => ({
  _id: `seal-${id}`,
  _type: 'seal',
  subject: {_type: 'reference', _ref: id, _weak: true},
  rev,
  pins: [],
  pinCount: 0,
  ...(validUntil === undefined ? {} : {validUntil}),
})

test('every document of a type is listed where it stands', async () => {
  const {lake, clientFor} = await startLake()
  const client = clientFor('administrator')
  const inDays = (days: number) => addDays(new Date(), days).toISOString()
  const lasting = await client.create(slide('lasting'))
  const ending = await client.create(slide('ending'))
  const changed = await client.create(slide('changed'))
  await client.create(slide('never-sealed'))
  await client.create(seal('lasting', lasting._rev, inDays(120)))
  await client.create(seal('ending', ending._rev, inDays(30)))
  await client.create(seal('changed', changed._rev))
  await client.patch('changed').set({headline: 'moved'}).commit()
  await client.create(slide('drafts.lasting'))
  await client.create(slide('drafts.begun'))
  const found = await Promise.all(
    STATES.map(async (state) => [
      state,
      (await firstValueFrom(observeState(client, 'deckSlide', state))).ids,
    ]),
  )
  expect(Object.fromEntries(found)).toEqual({
    inForce: ['ending', 'lasting'],
    ending: ['ending'],
    withheld: ['changed', 'never-sealed'],
    waiting: ['lasting'],
    unpublished: ['begun'],
  })
  await lake.close()
})
