import {filter, firstValueFrom} from 'rxjs'
import {expect, test} from 'vitest'
import {startLake} from '../../tests/support/startLake.ts'
import {observeLaunch} from './launchWorld.ts'

/* On a lake: only what the platform of the launch states its message with, and drafts as soon as they are begun. */
const reference = (id: string) => ({_type: 'reference', _ref: id})
const inList = (id: string) => ({...reference(id), _key: id})

test('a launch holds its own platform, and what is begun in it is seen at once', async () => {
  const {lake, clientFor} = await startLake()
  const client = clientFor('administrator')
  const documents: (Record<string, unknown> & {_id: string; _type: string})[] = [
    {_id: 'study', _type: 'evidence'},
    {_id: 'older', _type: 'claim'},
    {_id: 'elsewhere', _type: 'claim'},
    {
      _id: 'claim',
      _type: 'claim',
      supersedes: {...reference('older'), _weak: true},
      substantiation: [{_key: 'a', evidence: reference('study')}],
    },
    {_id: 'value', _type: 'valueProposition', claims: [inList('claim')]},
    {_id: 'platform', _type: 'messagingPlatform', valuePropositions: [inList('value')]},
    {_id: 'launch', _type: 'launch', title: 'Spring', platform: reference('platform')},
  ]
  const transaction = client.transaction()
  for (const document of documents) transaction.create(document)
  await transaction.commit()
  const worlds = observeLaunch(client, 'launch')
  const {title, platform, filled, fields} = await firstValueFrom(worlds)
  expect({title, filled, fields}).toEqual({
    title: 'Spring',
    filled: [],
    fields: {launch: reference('launch'), platform: reference('platform')},
  })
  expect(platform).toMatchObject({
    messagingPlatform: ['platform'],
    valueProposition: ['value'],
    claim: ['claim'],
    evidence: ['study'],
    indication: [],
  })
  const begun = firstValueFrom(worlds.pipe(filter((world) => world.filled.includes('deck'))))
  await client.create({_id: 'drafts.deck', _type: 'deck', launch: reference('launch')})
  expect((await begun).filled).toEqual(['deck'])
  await lake.close()
})
