import type {SanityClient} from '@sanity/client'
import {useCallback} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {isOpen, type Checkpoint} from '../model/checkpoint.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {personOf} from '../reviewing/signerOf.ts'
import {agreementMissing} from '../verdict/agreementMissing.ts'
import {judgeCheckpoint, type CheckpointVerdict} from '../verdict/judgeCheckpoint.ts'
import {fetchCheckpoint, loadCheckpoint} from '../world/loadCheckpoint.ts'
import {observeTouches} from '../world/observeTouches.ts'
import {useReread, type Reread} from '../explain/useReread.ts'

/** What has to be agreed before a launch goes out. */
export interface AgreementState {
  document: GateDocument
  /** Ids of people who have not agreed to it as it stands. */
  missing: readonly string[]
  /** The person at the Studio is one of them. */
  isAsked: boolean
}

export interface CheckpointState {
  checkpoint: Checkpoint
  /** Of an open one. */
  verdict?: CheckpointVerdict
  agreement?: AgreementState
  /** The name of the person who answers for it. */
  owner: string
}

/** A checkpoint with all that its page shows; `null` where there is none. Read again whenever anything of it moves. */
export function useCheckpoint(model: GateModel, id: string): Reread<CheckpointState | null> {
  const client = useClient({apiVersion: API_VERSION})
  const account = useCurrentUser()?.id ?? ''
  return useReread(
    useCallback(() => read(client, model, id, account), [client, model, id, account]),
    useCallback(() => observeTouches(client, model), [client, model]),
  )
}

async function read(
  client: SanityClient,
  model: GateModel,
  id: string,
  account: string,
): Promise<CheckpointState | null> {
  const checkpoint = await fetchCheckpoint(client, id)
  if (!checkpoint) return null
  const owner = ownerName(checkpoint)
  if (!isOpen(checkpoint)) return {checkpoint, owner}
  const [within, person] = await Promise.all([
    loadCheckpoint(client, model, checkpoint),
    personOf(client, model, account),
  ])
  const verdict = judgeCheckpoint(model, within)
  const document =
    checkpoint.kind === 'launch' && checkpoint.group !== undefined
      ? within.published.agreements.get(checkpoint.group)
      : undefined
  if (!document) return {checkpoint, owner, verdict}
  const missing = agreementMissing(model, document)
  const isAsked = person !== undefined && missing.includes(person._id)
  return {checkpoint, owner, verdict, agreement: {document, missing, isAsked}}
}

/** As it was printed when that account last did something to the checkpoint. */
const ownerName = ({owner, events}: Checkpoint): string =>
  events.findLast(({account}) => account === owner)?.name ?? owner
