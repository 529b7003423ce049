import type {SanityClient} from '@sanity/client'
import {useCallback} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import type {Checkpoint} from '../model/checkpoint.ts'
import type {GateModel} from '../model/gateModel.ts'
import {judgeCheckpoint, type CheckpointVerdict} from '../verdict/judgeCheckpoint.ts'
import {fetchClosed, fetchOpen} from '../world/fetchCheckpoints.ts'
import {loadCheckpoint} from '../world/loadCheckpoint.ts'
import {observeTouches} from '../world/observeTouches.ts'
import {useReread, type Reread} from '../explain/useReread.ts'

interface Checkpoints {
  open: readonly {checkpoint: Checkpoint; verdict: CheckpointVerdict}[]
  closed: readonly Checkpoint[]
}

/** Every open checkpoint with where it stands, and those that were closed last. */
export function useCheckpoints(model: GateModel): Reread<Checkpoints> {
  const client = useClient({apiVersion: API_VERSION})
  return useReread(
    useCallback(() => readAll(client, model), [client, model]),
    useCallback(() => observeTouches(client, model), [client, model]),
  )
}

async function readAll(client: SanityClient, model: GateModel): Promise<Checkpoints> {
  const [all, closed] = await Promise.all([fetchOpen(client), fetchClosed(client)])
  const open: {checkpoint: Checkpoint; verdict: CheckpointVerdict}[] = []
  // One after the other: each of them asks for much.
  for (const checkpoint of all) {
    const within = await loadCheckpoint(client, model, checkpoint)
    open.push({checkpoint, verdict: judgeCheckpoint(model, within)})
  }
  return {open, closed}
}
