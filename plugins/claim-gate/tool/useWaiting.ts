import {useCallback, useMemo} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {Signer} from '../reviewing/signerOf.ts'
import {waitingFor, type WaitingWork} from '../reviewing/waitingFor.ts'
import {loadAll, type WholeWorld} from '../world/loadAll.ts'
import {observeTouches} from '../world/observeTouches.ts'
import {useReread, type Reread} from '../explain/useReread.ts'

export interface WaitingHere {
  work: WaitingWork
  open: WholeWorld['open']
}

/** Reads what waits for a person, and again whenever anything that the gate holds has moved. */
export function useWaiting(model: GateModel, signer: Signer): Reread<WaitingHere> {
  const client = useClient({apiVersion: API_VERSION})
  const state = useReread(
    useCallback(() => loadAll(client, model), [client, model]),
    useCallback(() => observeTouches(client, model), [client, model]),
  )
  return useMemo((): Reread<WaitingHere> => {
    if (state.status !== 'ready') return state
    const {value} = state
    return {status: 'ready', value: {work: waitingFor(model, value, signer), open: value.open}}
  }, [model, signer, state])
}
