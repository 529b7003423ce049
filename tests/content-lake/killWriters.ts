import {createClient, type Action, type Mutation, type SanityClient} from '@sanity/client'
import {TOKEN} from './killServing.ts'

/** What one transaction asked for. */
type Asked = {mutations: Mutation[]} | {actions: Action[]}

/** What was sent over all the lives of a lake, by transaction id, and what of it was acknowledged. */
export interface Sent {
  asked: Map<string, Asked>
  acknowledged: Set<string>
}

type Random = (limit: number) => number

const WRITERS = 6

/** Writes with several writers at once until the lake is gone, calling back after every acknowledgement. */
export async function writeWhileItLives(
  url: string,
  random: Random,
  sent: Sent,
  onAcknowledged: () => void,
): Promise<void> {
  const client = createClient({
    apiHost: url,
    useProjectHostname: false,
    projectId: 'throughline',
    dataset: 'production',
    apiVersion: '2026-11-01',
    useCdn: false,
    token: TOKEN,
  })
  await Promise.all(
    Array.from({length: WRITERS}, async () => {
      while (await writeOnce(client, random, sent)) onAcknowledged()
    }),
  )
}

/** Sends one transaction; false when there was no answer. A refusal, which is an answer, is a fault of the test. */
async function writeOnce(client: SanityClient, random: Random, sent: Sent): Promise<boolean> {
  const transactionId = `t-${sent.asked.size}`
  const asked = next(transactionId, random)
  sent.asked.set(transactionId, asked)
  try {
    if ('actions' in asked) await client.action(asked.actions, {transactionId})
    else await client.mutate(asked.mutations, {transactionId, returnDocuments: false})
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error
    return false
  }
  sent.acknowledged.add(transactionId)
  return true
}

/** Every one counts, on a document that all of them share; most also make, change or remove one of a few others. */
function next(by: string, random: Random): Asked {
  const [first, second] = [`first-${random(12)}`, `second-${random(12)}`]
  const text = 'π \u{1F9EA} "'.repeat(random(8) === 0 ? 4000 : 10)
  const count: Mutation[] = [
    {createIfNotExists: {_id: 'counter', _type: 'counter', value: 0}},
    {patch: {id: 'counter', inc: {value: 1}}},
  ]
  const make: Mutation = {createOrReplace: {_id: first, _type: 'part', by, text}}
  const refer: Mutation = {
    createOrReplace: {_id: second, _type: 'part', by, to: {_type: 'reference', _ref: first}},
  }
  const change: Mutation = {
    patch: {id: first, set: {by}, setIfMissing: {list: []}, unset: ['text']},
  }
  switch (random(6)) {
    case 0:
      return {actions: publish(`acted-${random(40)}.${by}`, by)}
    case 1:
      return {mutations: [{delete: {id: second}}, ...count]}
    case 2:
      return {mutations: [make, change, ...count]}
    case 3:
      return {mutations: count}
    default:
      return {mutations: [make, refer, ...count]}
  }
}

/** A document is drafted and published in one transaction. */
function publish(publishedId: string, by: string): Action[] {
  const draftId = `drafts.${publishedId}`
  const attributes = {_id: draftId, _type: 'part', by}
  return [
    {
      actionType: 'sanity.action.document.create',
      publishedId,
      attributes,
      ifExists: 'fail',
    },
    {actionType: 'sanity.action.document.publish', publishedId, draftId},
  ]
}
