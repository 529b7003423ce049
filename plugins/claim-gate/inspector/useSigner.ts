import {useCallback, useMemo} from 'react'
import {of, type Observable} from 'rxjs'
import {useClient, useCurrentUser} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {useReread, type Reread} from '../explain/useReread.ts'
import type {GateModel} from '../model/gateModel.ts'
import {signerOf, type Signer} from '../reviewing/signerOf.ts'

/** Who the person at the Studio is to the gate. */
export type SignerState =
  | Exclude<Reread<never>, {status: 'ready'}>
  | {status: 'ready'; signer: Signer | undefined}

const ONCE = (): Observable<unknown> => of(null)

export function useSigner(model: GateModel): SignerState {
  const client = useClient({apiVersion: API_VERSION})
  const account = useCurrentUser()?.id
  const read = useCallback(
    async () => (account === undefined ? undefined : signerOf(client, model, account)),
    [client, model, account],
  )
  const state = useReread(read, ONCE)
  return useMemo(
    () => (state.status === 'ready' ? {status: 'ready', signer: state.value} : state),
    [state],
  )
}
