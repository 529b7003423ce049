import {useCallback} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {useReread} from '../explain/useReread.ts'
import type {GateModel} from '../model/gateModel.ts'
import {fetchHeldRoles} from '../reviewing/signerOf.ts'
import {observeChanges} from '../world/observeChanges.ts'

/** The roles that somebody holds; nothing as long as that is not known. */
export function useHeldRoles(model: GateModel): ReadonlySet<string> | undefined {
  const client = useClient({apiVersion: API_VERSION})
  const {type} = model.options.signers
  const state = useReread(
    useCallback(() => fetchHeldRoles(client, model), [client, model]),
    useCallback(() => observeChanges(client, '*[_type == $type]', {type}), [client, type]),
  )
  return state.status === 'ready' ? state.value : undefined
}
