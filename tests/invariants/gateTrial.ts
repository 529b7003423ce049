import {ClientError, type SanityClient} from '@sanity/client'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {ALIGNED_ASSET_QUERY} from '../../plugins/claim-gate/delivery/index.ts'
import {
  abandon,
  bringUpToDate,
  fetchOpen,
  judge,
  judgeCheckpoint,
  loadCheckpoint,
  loadWorld,
  mergeCheckpoints,
  openCheckpoint,
  publishTogether,
  recall,
  removeMember,
  setAside,
  signMany,
  signReview,
  type Checkpoint,
  type GateDocument,
  type SignRequest,
  type State,
  type Verdict,
  type World,
} from '../../plugins/claim-gate/node.ts'
import {BASE, FIELD, IDS, RESTS_ON, ROLES, type Id, type Role} from './trialDocuments.ts'

const ACTOR = {account: 'marketing', name: 'marketing'}

/** The day on which people and programs believe to be. */
export class Clock {
  days = 0
  readonly now = (): string => new Date(Date.now() + this.days * 86_400_000).toISOString()
  /** The day so many days from today. */
  day(ahead: number): string {
    return new Date(Date.now() + (this.days + ahead) * 86_400_000).toISOString().slice(0, 10)
  }
}

/** The delivery predicate, with the clock that is given for the lake's own. */
const DELIVERED = ALIGNED_ASSET_QUERY.replaceAll('now()', '$now')

const EACH_DELIVERED = `{${IDS.map((id) => `"${id}": (${DELIVERED.replaceAll('$id', `"${id}"`)})._id`).join(', ')}}`

/** The dataset as `begin` leaves it, so that it is written only once in the long way. */
let beginning: readonly GateDocument[] | undefined

/** Whether the lake took a write: not of what is gone, nor against a reference. Anything else is an error. */
async function isLet(written: Promise<unknown>): Promise<boolean> {
  try {
    await written
    return true
  } catch (error) {
    if (error instanceof ClientError && [404, 409].includes(error.statusCode)) return false
    throw error
  }
}

/** One dataset in which people write, sign and publish, and others write past the gate. */
export class GateTrial {
  readonly client: SanityClient
  private readonly signerClient: ((role: Role) => SanityClient) | undefined
  private readonly clock: Clock

  /** Signatures are written with the signer's own token where there is one. */
  constructor(
    client: SanityClient,
    signerClient?: (role: Role) => SanityClient,
    clock: Clock = new Clock(),
  ) {
    this.client = client
    this.signerClient = signerClient
    this.clock = clock
  }

  /** The same trial, on the same day, over other connections. */
  over(client: SanityClient): GateTrial {
    return new GateTrial(client, undefined, this.clock)
  }

  /** Every document published, signed by every role and sealed. */
  async begin(): Promise<void> {
    await this.client.delete({query: '*[_id in path("**")]'})
    if (this.signerClient === undefined && beginning) return this.restore(beginning)
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
    // Who signs with their own tokens leaves other authors behind.
    if (this.signerClient === undefined) beginning = await this.client.fetch<GateDocument[]>('*')
  }

  /** Puts the beginning back in one transaction, whose id is then the revision that every seal names. */
  private async restore(documents: readonly GateDocument[]): Promise<void> {
    const transactionId = crypto.randomUUID()
    const transaction = this.client.transaction().transactionId(transactionId)
    for (const {_createdAt, ...document} of documents) {
      transaction.create(document._type === 'seal' ? {...document, rev: transactionId} : document)
    }
    await transaction.commit()
  }

  /** Writes a draft with another material value, or with another note only. */
  async edit(id: Id, change: {value: string} | {note: string}): Promise<void> {
    await this.editDraft(id, 'value' in change ? {[FIELD[id]]: change.value} : {notes: change.note})
  }

  /** What was deleted is not edited. */
  private async editDraft(id: Id, set: object): Promise<void> {
    await isLet(
      this.client.action({
        actionType: 'sanity.action.document.edit',
        draftId: `drafts.${id}`,
        publishedId: id,
        patch: {set},
      }),
    )
  }

  /** Writes past the gate, straight into what is published. */
  async writeRaw(id: Id, value: string): Promise<void> {
    await isLet(
      this.client
        .patch(id)
        .set({[FIELD[id]]: value})
        .commit(),
    )
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
    decision: SignRequest['decision'] = 'approved',
    more: Pick<SignRequest, 'basis' | 'carriedUntil' | 'remarks'> = {},
  ): Promise<void> {
    await signReview(
      this.signerClient?.(role) ?? this.client,
      trialModel,
      {
        subject: id,
        account: role,
        role,
        decision,
        comment: 'because',
        ...more,
      },
      this.clock.now,
    )
  }

  /** Recalls what is published, in the role of those that approve it. */
  async recall(id: Id): Promise<void> {
    const result = await recall(this.signerClient?.('medical') ?? this.client, trialModel, {
      subject: id,
      account: 'medical',
      role: 'medical',
      comment: 'because',
    })
    if ('refused' in result && result.refused.reason !== 'gone')
      throw new Error(`Not recalled: ${result.refused.reason}`)
  }

  /** Has both roles approve a draft with other words in it, which are then put in; says whether it read otherwise before. */
  async suggest(id: Id, replacement: string): Promise<boolean> {
    const draft = await this.client.getDocument<GateDocument>(`drafts.${id}`)
    const quote = this.value(draft ?? (await this.published(id)), id)
    if (typeof quote !== 'string' || quote === replacement) return false
    const remarks = [{path: FIELD[id], quote, text: '', replacement, must: true}]
    for (const role of ROLES) await this.sign(id, role, 'approvedWithChanges', {remarks})
    await this.edit(id, {value: replacement})
    return true
  }

  /** Approves everything that is published at one go, as it was read before. */
  async signMany(role: Role): Promise<void> {
    const verdicts = await this.verdicts()
    const documents = [...verdicts].map(([subject, {fingerprint, pins}]) => ({
      subject,
      seen: {fingerprint, pins},
    }))
    await signMany(this.client, trialModel, {account: role, role, documents})
  }

  /** Deletes a document and its draft past the gate; says whether the lake let it: what is referred to stays. */
  async remove(id: Id): Promise<boolean> {
    return isLet(this.client.transaction().delete(id).delete(`drafts.${id}`).commit())
  }

  /** Writes a document anew that was deleted; says whether the lake let it: what it rests on must be there. */
  async remake(id: Id, value: string): Promise<boolean> {
    return isLet(this.client.createIfNotExists({...BASE[id], [FIELD[id]]: value}))
  }

  /**
   * Imports over what is there, as `dataset import --replace` does: everything as it was exported just now, or the content
   * as it was exported in the beginning.
   */
  async import(exported: 'now' | 'beginning'): Promise<void> {
    const documents =
      exported === 'now' ? await this.client.fetch<GateDocument[]>('*') : Object.values(BASE)
    const transaction = this.client.transaction()
    for (const {_rev, ...document} of documents) transaction.createOrReplace(document)
    await transaction.commit()
  }

  /** Publishes through the gate; says whether it let it. */
  async publish(id: Id): Promise<boolean> {
    return 'published' in (await publishTogether(this.client, trialModel, [id], this.clock.now))
  }

  /** Gives a statement a first or a last day, so many days from today. */
  async date(id: Id, field: 'from' | 'until', ahead: number): Promise<void> {
    await this.editDraft(id, {[field]: this.clock.day(ahead)})
  }

  day(ahead: number): string {
    return this.clock.day(ahead)
  }

  async firstOpen(): Promise<Checkpoint | undefined> {
    const [checkpoint] = await fetchOpen(this.client)
    return checkpoint
  }

  /** Lets days go by, as nothing but time would. */
  tick(days: number): void {
    this.clock.days += days
  }

  /** Opens a checkpoint of documents that are in none; nothing where one is. */
  async join(ids: readonly Id[]): Promise<string | undefined> {
    const checkpoint = {title: 'Together', kind: 'change', members: ids} as const
    const result = await openCheckpoint(this.client, trialModel, checkpoint, ACTOR)
    return 'changed' in result ? result.changed : undefined
  }

  async takeOut(id: Id): Promise<void> {
    for (const {_id, members} of await fetchOpen(this.client))
      if (members.includes(id)) await removeMember(this.client, _id, id, 'because', ACTOR)
  }

  async giveUp(): Promise<void> {
    for (const {_id} of await fetchOpen(this.client))
      await abandon(this.client, _id, 'because', ACTOR)
  }

  /** Lets everything that the first open checkpoint would have re-approved go stale instead. */
  async setAsideAll(): Promise<void> {
    const [checkpoint] = await fetchOpen(this.client)
    if (!checkpoint) return
    const within = await loadCheckpoint(this.client, trialModel, checkpoint, this.clock.now())
    for (const {id} of judgeCheckpoint(trialModel, within).dependants)
      await setAside(this.client, trialModel, checkpoint._id, id, 'because', ACTOR)
  }

  /** Makes one checkpoint of the first two that are open; says whether there were two. */
  async merge(): Promise<boolean> {
    const [first, second] = await fetchOpen(this.client)
    if (!first || !second) return false
    const result = await mergeCheckpoints(this.client, [first._id, second._id], ACTOR)
    return 'changed' in result
  }

  /** Has everything signed that the first open checkpoint waits for, and on it. */
  async signTogether(): Promise<void> {
    const [checkpoint] = await fetchOpen(this.client)
    if (!checkpoint) return
    const within = await loadCheckpoint(this.client, trialModel, checkpoint, this.clock.now())
    const {members, dependants} = judgeCheckpoint(trialModel, within)
    const open = [...members, ...dependants].filter(({verdict}) => verdict.state !== 'aligned')
    for (const id of IDS.filter((each) => open.some((one) => one.id === each)))
      for (const role of ROLES) await this.sign(id, role, 'approved', {basis: checkpoint._id})
  }

  /** Publishes the first open checkpoint; says whether the gate let it. */
  async publishTogether(): Promise<boolean> {
    const [checkpoint] = await fetchOpen(this.client)
    if (!checkpoint) return false
    const what = {checkpoint: checkpoint._id}
    return 'published' in (await publishTogether(this.client, trialModel, what, this.clock.now))
  }

  /**
   * Gives every checkpoint up, takes every draft away, writes anew what was deleted, lifts every date, and has each
   * document that is not aligned then signed as it is published, sources first.
   */
  async approveEverything(): Promise<void> {
    await this.giveUp()
    await this.client.delete({query: '*[_id in path("drafts.**")]'})
    const remade = this.client.transaction()
    for (const id of IDS) remade.createIfNotExists(BASE[id])
    await remade.commit()
    for (const id of ['c1', 'c2']) await this.client.patch(id).unset(['from', 'until']).commit()
    const states = await this.states()
    for (const id of IDS.filter((each) => states.get(each) !== 'aligned'))
      await Promise.all(ROLES.map((role) => this.sign(id, role)))
    await this.seal()
  }

  /** Lets the sealer catch up. */
  async seal(): Promise<void> {
    await bringUpToDate(this.client, trialModel, [...IDS], this.clock.now)
  }

  async isDelivered(id: Id): Promise<boolean> {
    const params = {id, now: this.clock.now()}
    return (await this.client.fetch(DELIVERED, params, {perspective: 'published'})) !== null
  }

  /** Asked at one moment. */
  async delivered(): Promise<Set<Id>> {
    const found = await this.client.fetch<Record<string, unknown>>(
      EACH_DELIVERED,
      {now: this.clock.now()},
      {perspective: 'published'},
    )
    return new Set(IDS.filter((id) => found[id] !== null))
  }

  /** The verdict on each document as it is published. */
  async states(): Promise<Map<Id, State>> {
    const verdicts = await this.verdicts()
    return new Map([...verdicts].map(([id, {state}]) => [id, state]))
  }

  /** Aligned, and every date in the closure has begun. */
  async inForce(): Promise<Set<Id>> {
    const now = this.clock.now()
    const verdicts = await this.verdicts()
    return new Set(
      [...verdicts].flatMap(([id, {state, horizon}]) =>
        state === 'aligned' && (horizon?.from ?? '') <= now ? [id] : [],
      ),
    )
  }

  private async verdicts(): Promise<Map<Id, Verdict>> {
    const world = await this.world()
    return new Map(
      IDS.flatMap((id): [Id, Verdict][] => {
        const document = world.documents.get(id)
        return document ? [[id, judge(trialModel, document, world)]] : []
      }),
    )
  }

  world(): Promise<World> {
    return loadWorld(this.client, trialModel, {ids: IDS, now: this.clock.now()})
  }

  reviewCount(): Promise<number> {
    return this.client.fetch<number>('count(*[_type == "review"])')
  }

  async published(id: Id): Promise<GateDocument | undefined> {
    return this.client.getDocument<GateDocument>(id)
  }

  /** Ids whose content a document rests on, itself included. */
  restsOn(id: Id): readonly Id[] {
    return RESTS_ON[id]
  }

  value(document: GateDocument | undefined, id: Id): unknown {
    return document?.[FIELD[id]]
  }
}
