import type {SanityClient} from '@sanity/client'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {ALIGNED_ASSET_QUERY} from '../../plugins/claim-gate/delivery/index.ts'
import {
  bringUpToDate,
  judge,
  loadWorld,
  publishTogether,
  recall,
  signReview,
  type GateDocument,
  type State,
} from '../../plugins/claim-gate/node.ts'

/** Two studies ← two statements ← two pages: chains and a diamond. A change to a cycle takes a checkpoint of several. */
export const IDS = ['e1', 'e2', 'c1', 'c2', 'p1', 'p2'] as const
export type Id = (typeof IDS)[number]
export const ROLES = ['marketing', 'medical'] as const
export type Role = (typeof ROLES)[number]

const refs = (ids: readonly Id[]) => ids.map((_ref) => ({_key: _ref, _type: 'reference', _ref}))

const BASE: Record<Id, GateDocument> = {
  e1: {_id: 'e1', _type: 'study', title: '0'},
  e2: {_id: 'e2', _type: 'study', title: '0'},
  c1: {_id: 'c1', _type: 'statement', text: '0', studies: refs(['e1'])},
  c2: {_id: 'c2', _type: 'statement', text: '0', studies: refs(['e1', 'e2'])},
  p1: {_id: 'p1', _type: 'page', headline: '0', statements: refs(['c1'])},
  p2: {_id: 'p2', _type: 'page', headline: '0', statements: refs(['c1', 'c2'])},
}
const FIELD: Record<Id, string> = {
  e1: 'title',
  e2: 'title',
  c1: 'text',
  c2: 'text',
  p1: 'headline',
  p2: 'headline',
}

/** The dataset as `begin` leaves it, so that it is written only once in the long way. */
let beginning: readonly GateDocument[] | undefined

/** One dataset in which people write, sign and publish, and others write past the gate. */
export class GateTrial {
  private readonly client: SanityClient
  private readonly signerClient: ((role: Role) => SanityClient) | undefined

  /** Signatures are written with the signer's own token where there is one. */
  constructor(client: SanityClient, signerClient?: (role: Role) => SanityClient) {
    this.client = client
    this.signerClient = signerClient
  }

  /** Every document published, signed by every role and sealed. */
  async begin(): Promise<void> {
    await this.client.delete({query: '*[_id in path("**")]'})
    if (beginning && !this.signerClient) return this.restore(beginning)
    const start = this.client.transaction()
    ROLES.forEach((role) =>
      start.create({
        _id: `who-${role}`,
        _type: 'colleague',
        account: role,
        name: role,
        roles: [role],
      }),
    )
    Object.values(BASE).forEach((document) => start.create(document))
    await start.commit()
    for (const id of IDS) for (const role of ROLES) await this.sign(id, role)
    await this.seal()
    beginning = await this.client.fetch<GateDocument[]>('*')
  }

  /** Puts the beginning back in one transaction, whose id is then the revision that every seal names. */
  private async restore(documents: readonly GateDocument[]): Promise<void> {
    const transactionId = crypto.randomUUID()
    const transaction = this.client.transaction().transactionId(transactionId)
    for (const document of documents) {
      transaction.create(document._type === 'seal' ? {...document, rev: transactionId} : document)
    }
    await transaction.commit()
  }

  /** Writes a draft with another material value, or with another note only. */
  async edit(id: Id, change: {value: string} | {note: string}): Promise<void> {
    const patch = 'value' in change ? {[FIELD[id]]: change.value} : {notes: change.note}
    await this.client.action({
      actionType: 'sanity.action.document.edit',
      draftId: `drafts.${id}`,
      publishedId: id,
      patch: {set: patch},
    })
  }

  /** Writes past the gate, straight into what is published. */
  async writeRaw(id: Id, value: string): Promise<void> {
    await this.client
      .patch(id)
      .set({[FIELD[id]]: value})
      .commit()
  }

  async publishRaw(id: Id): Promise<void> {
    if (!(await this.client.getDocument(`drafts.${id}`))) return
    await this.client.action({
      actionType: 'sanity.action.document.publish',
      draftId: `drafts.${id}`,
      publishedId: id,
    })
  }

  async sign(
    id: Id,
    role: Role,
    decision: 'approved' | 'changesRequested' | 'carriedForward' = 'approved',
  ): Promise<void> {
    await signReview(this.signerClient?.(role) ?? this.client, trialModel, {
      subject: id,
      account: role,
      role,
      decision,
      comment: 'because',
    })
  }

  /** Recalls what is published, in the role of those that approve it. */
  async recall(id: Id): Promise<void> {
    const result = await recall(this.signerClient?.('medical') ?? this.client, trialModel, {
      subject: id,
      account: 'medical',
      role: 'medical',
      comment: 'because',
    })
    if ('refused' in result) throw new Error(`Not recalled: ${result.refused.reason}`)
  }

  /** Publishes through the gate; says whether it let it. */
  async publish(id: Id): Promise<boolean> {
    return 'published' in (await publishTogether(this.client, trialModel, [id]))
  }

  /** Takes every draft away, and has each document signed as it is published, sources first. */
  async approveEverything(): Promise<void> {
    await this.client.delete({query: '*[_id in path("drafts.**")]'})
    for (const id of IDS) for (const role of ROLES) await this.sign(id, role)
    await this.seal()
  }

  /** Lets the sealer catch up. */
  async seal(): Promise<void> {
    await bringUpToDate(this.client, trialModel, [...IDS])
  }

  async isDelivered(id: Id): Promise<boolean> {
    return (await this.client.fetch(ALIGNED_ASSET_QUERY, {id}, {perspective: 'published'})) !== null
  }

  async delivered(): Promise<Set<Id>> {
    const answers = await Promise.all(
      IDS.map(async (id) => ({id, delivered: await this.isDelivered(id)})),
    )
    return new Set(answers.filter(({delivered}) => delivered).map(({id}) => id))
  }

  /** The verdict on each document as it is published. */
  async states(): Promise<Map<Id, State>> {
    const world = await loadWorld(this.client, trialModel, {ids: IDS})
    return new Map(
      IDS.flatMap((id): [Id, State][] => {
        const document = world.documents.get(id)
        return document ? [[id, judge(trialModel, document, world).state]] : []
      }),
    )
  }

  async published(id: Id): Promise<GateDocument | undefined> {
    return this.client.getDocument<GateDocument>(id)
  }

  /** Ids whose content a document rests on, itself included. */
  restsOn(id: Id): readonly Id[] {
    const members: Record<Id, readonly Id[]> = {
      e1: ['e1'],
      e2: ['e2'],
      c1: ['c1', 'e1'],
      c2: ['c2', 'e1', 'e2'],
      p1: ['p1', 'c1', 'e1'],
      p2: ['p2', 'c1', 'c2', 'e1', 'e2'],
    }
    return members[id]
  }

  value(document: GateDocument | undefined, id: Id): unknown {
    return document?.[FIELD[id]]
  }
}
