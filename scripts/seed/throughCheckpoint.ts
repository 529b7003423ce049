import type {SanityClient} from '@sanity/client'
import {
  fetchCheckpoint,
  judgeCheckpoint,
  loadCheckpoint,
  openCheckpoint,
  publishTogether,
  setAside,
  type Actor,
  type CheckpointResult,
  type GateDocument,
  type NewCheckpoint,
} from '../../plugins/claim-gate/node.ts'
import {requiredRoles} from '../../plugins/claim-gate/model/requiredRoles.ts'
import type {Publishing} from './publishMany.ts'
import {signRead, type ReadDocument} from './signRead.ts'
import {writeDrafts} from './writeDrafts.ts'

/** What goes out together, and under which name. */
export interface Checkpoint extends Omit<NewCheckpoint, 'members'> {
  documents: readonly GateDocument[]
}

/** A dependant that its owner leaves to go stale, and why. */
export interface Aside {
  id: string
  reason: string
}

/** Who answers for the checkpoints, with a client of their own. */
export interface Owner extends Actor {
  client: SanityClient
}

/** The sealer of a running lake may be at the same seals. */
const ATTEMPTS = 5

/**
 * Takes documents through a checkpoint: drafts, signatures of every role on all of them together, one publication. Does
 * nothing where the checkpoint of this title has passed, and goes on with one that is open.
 * @throws Error when the gate refuses; the checkpoint stays open then.
 */
export async function throughCheckpoint(
  publishing: Publishing,
  owner: Owner,
  checkpoint: Checkpoint,
  aside?: Aside,
): Promise<void> {
  const id = await openFor(publishing, owner, checkpoint)
  if (id === undefined) return
  if (aside) {
    const {client, ...actor} = owner
    assertChanged(await setAside(client, publishing.model, id, aside.id, aside.reason, actor))
  }
  await signIn(publishing, id)
  await publish(publishing, id)
}

/**
 * Opens a checkpoint and leaves it open, signed as far as `roles` says of each document.
 * @throws Error when the gate refuses a signature.
 */
export async function upToCheckpoint(
  publishing: Publishing,
  owner: Owner,
  checkpoint: Checkpoint,
  roles: (document: GateDocument) => readonly string[],
): Promise<void> {
  const id = await openFor(publishing, owner, checkpoint)
  if (id !== undefined) await signIn(publishing, id, roles)
}

/** The open checkpoint of this title with its drafts written; `undefined` for one that is closed. */
async function openFor(
  {author, model}: Publishing,
  {client, ...actor}: Owner,
  {documents, ...checkpoint}: Checkpoint,
): Promise<string | undefined> {
  const [known] = await author.fetch<{_id: string; outcome: string | null}[]>(
    '*[_type == "checkpoint"][title == $title][_id in path("claimGate.checkpoint.*")]{_id, outcome}',
    {title: checkpoint.title},
  )
  if (known?.outcome) return undefined
  await writeDrafts(author, documents)
  const members = documents.map(({_id}) => _id)
  return known
    ? known._id
    : assertChanged(await openCheckpoint(client, model, {...checkpoint, members}, actor))
}

function assertChanged(result: CheckpointResult): string {
  if ('refused' in result)
    throw new Error(`A checkpoint was not changed: ${JSON.stringify(result.refused)}`)
  return result.changed
}

/** Signs what is not approved yet of a checkpoint and of what is out and rests on it, as it stands in its world. */
async function signIn(
  {author, model, signers}: Publishing,
  id: string,
  rolesOf = (document: GateDocument): readonly string[] => requiredRoles(model, document),
): Promise<void> {
  const checkpoint = await fetchCheckpoint(author, id)
  if (!checkpoint) throw new Error(`${id} is gone`)
  const verdict = judgeCheckpoint(model, await loadCheckpoint(author, model, checkpoint))
  const dependants = verdict.dependants.filter((each) => each.setAside === undefined)
  const read = [...verdict.members, ...dependants].flatMap((each): ReadDocument[] => {
    const {state, fingerprint, pins} = each.verdict
    if (state === 'aligned') return []
    return [{subject: each.id, seen: {fingerprint, pins}, roles: rolesOf(each.document)}]
  })
  await signRead(model, signers, read, id)
}

async function publish({author, model}: Publishing, checkpoint: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const result = await publishTogether(author, model, {checkpoint})
    if ('published' in result) return
    if (result.refused.reason !== 'lostRace' || attempt === ATTEMPTS)
      throw new Error(`${checkpoint} was not published: ${JSON.stringify(result.refused)}`)
  }
}
