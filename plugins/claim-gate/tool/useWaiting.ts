import {useCallback, useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {Signer} from '../reviewing/signerOf.ts'
import {waitingFor, type WaitingWork} from '../reviewing/waitingFor.ts'
import {loadAll, type WholeWorld} from '../world/loadAll.ts'
import {observeTouches} from '../world/observeTouches.ts'

/** What waits for a person, as far as it is known. */
export type WaitingState =
  | {status: 'loading'}
  | {status: 'error'; error: unknown; retry: () => void}
  | {status: 'ready'; work: WaitingWork; world: WholeWorld['world']}

/** Reads what waits for a person, and again whenever anything that the gate holds has moved. */
export function useWaiting(model: GateModel, signer: Signer | undefined): WaitingState {
  const client = useClient({apiVersion: API_VERSION})
  const [whole, setWhole] = useState<WholeWorld>()
  const [error, setError] = useState<{error: unknown}>()
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  useEffect(() => {
    const asked = {current: true}
    loadAll(client, model).then(
      (read) => {
        if (!asked.current) return
        setWhole(read)
        setError(undefined)
      },
      (reason: unknown) => asked.current && setError({error: reason}),
    )
    return () => {
      asked.current = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- read again at every attempt
  }, [client, model, attempt])
  useEffect(() => {
    const subscription = observeTouches(client, model).subscribe(retry)
    return () => subscription.unsubscribe()
  }, [client, model, retry])
  return useMemo((): WaitingState => {
    if (error) return {status: 'error', ...error, retry}
    if (!whole || !signer) return {status: 'loading'}
    const {world, drafts} = whole
    return {status: 'ready', work: waitingFor(model, world, drafts, signer), world}
  }, [model, whole, signer, error, retry])
}
