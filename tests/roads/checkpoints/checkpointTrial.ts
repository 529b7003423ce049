import type {SanityClient} from '@sanity/client'
import {expect} from 'vitest'
import {ALIGNED_ASSET_QUERY} from '../../../plugins/claim-gate/delivery/index.ts'
import {trialModel} from '../../../plugins/claim-gate/fixtures/trialSchema.ts'
import {lesson, page, statement, study} from '../../../plugins/claim-gate/fixtures/trialWorld.ts'
import {isRecord} from '../../../plugins/claim-gate/model/record.ts'
import {
  agree,
  contentOf,
  fetchCheckpoint,
  judgeCheckpoint,
  loadCheckpoint,
  openCheckpoint,
  publishTogether,
  signReview,
  type Blocker,
  type CheckpointResult,
  type CheckpointVerdict,
  type GateDocument,
  type NewCheckpoint,
} from '../../../plugins/claim-gate/node.ts'

export const OWNER = {account: 'owner', name: 'Olga'}
export const OTHER = {account: 'other', name: 'Otto'}
const ROLES = {
  study: ['medical'],
  statement: ['marketing', 'medical'],
  page: ['marketing', 'medical'],
  lesson: ['marketing'],
}

export const ref = (_ref: string) => ({_type: 'reference', _ref})
export const CAMPAIGN = {campaign: ref('spring')}
export const SPRING = [
  study('e', '0'),
  statement('c', '0', ['e']),
  page('p', '0', ['c'], CAMPAIGN),
  lesson('l', '0', ['p'], CAMPAIGN),
]

/** References as the Studio writes them in a draft: they may lead to what is not published yet. */
const strengthened = (document: GateDocument): GateDocument =>
  JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
    isRecord(value) && typeof value._ref === 'string'
      ? {...value, _weak: true, _strengthenOnPublish: {type: 'any'}}
      : value,
  )

const rolesOf = (type: string): readonly string[] =>
  Object.entries(ROLES).find(([name]) => name === type)?.[1] ?? []

export const reasonOf = (result: CheckpointResult) =>
  'refused' in result ? result.refused.reason : 'changed'

/** What people do with documents that go out together, in a dataset of which two of them may sign. */
export function checkpointTrial(client: SanityClient) {
  const begin = async () => {
    await client.delete({query: '*[_id in path("**")]'})
    const start = client.transaction()
    for (const role of ['marketing', 'medical'])
      start.create({
        _id: `who-${role}`,
        _type: 'colleague',
        account: role,
        name: role,
        roles: [role],
      })
    for (const id of ['spring', 'autumn']) start.create({_id: id, _type: 'campaign', title: id})
    await start.commit()
  }
  const put = async (...documents: GateDocument[]) => {
    const transaction = client.transaction()
    documents.forEach((each) =>
      transaction.createOrReplace({...strengthened(each), _id: `drafts.${each._id}`}),
    )
    await transaction.commit({visibility: 'sync'})
  }
  const typeOf = (id: string) =>
    client.fetch<string>('*[_id in [$id, "drafts." + $id]][0]._type', {id})
  const sign = async (ids: readonly string[], basis?: string) => {
    for (const id of ids) {
      for (const role of rolesOf(await typeOf(id))) {
        const result = await signReview(client, trialModel, {
          subject: id,
          account: role,
          role,
          decision: 'approved',
          ...(basis ? {basis} : {}),
        })
        expect(result, `${id} as ${role}`).toHaveProperty('signed')
      }
    }
  }
  const open = async (checkpoint: Partial<NewCheckpoint> & Pick<NewCheckpoint, 'members'>) => {
    const result = await openCheckpoint(
      client,
      trialModel,
      {title: 'Spring', kind: 'change', ...checkpoint},
      OWNER,
    )
    if ('refused' in result) throw new Error(JSON.stringify(result.refused))
    return result.changed
  }
  const standing = async (id: string): Promise<CheckpointVerdict> => {
    const checkpoint = await fetchCheckpoint(client, id)
    if (!checkpoint) throw new Error(`No checkpoint ${id}`)
    return judgeCheckpoint(trialModel, await loadCheckpoint(client, trialModel, checkpoint))
  }
  const blockers = async (id: string): Promise<readonly Blocker[]> => (await standing(id)).blockers
  const publish = (checkpoint: string) => publishTogether(client, trialModel, {checkpoint})
  const isDelivered = async (id: string) =>
    (await client.fetch(ALIGNED_ASSET_QUERY, {id}, {perspective: 'published'})) !== null
  const delivered = async (...ids: string[]) => Promise.all(ids.map(isDelivered))
  const draftsLeft = () => client.fetch<string[]>('*[_id in path("drafts.**")]._id')
  const openIncidents = () =>
    client.fetch<string[]>('*[_type == "incident"][!defined(closedAt)].subject')
  const publishRaw = (id: string) =>
    client.action({
      actionType: 'sanity.action.document.publish',
      draftId: `drafts.${id}`,
      publishedId: id,
    })

  const charter = async () => {
    await client.create({
      _id: 'charter',
      _type: 'charter',
      ...CAMPAIGN,
      first: ref('who-marketing'),
      second: ref('who-medical'),
    })
  }
  const agreeAs = async (account: string) => {
    const document = await client.getDocument<GateDocument>('charter')
    const seen = document ? contentOf(trialModel, document).fingerprint : ''
    return agree(client, trialModel, {group: 'spring', account, seen})
  }

  return {
    begin,
    put,
    typeOf,
    sign,
    open,
    standing,
    blockers,
    publish,
    isDelivered,
    delivered,
    draftsLeft,
    openIncidents,
    publishRaw,
    charter,
    agreeAs,
  }
}
