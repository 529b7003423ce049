import {useEffect, useState} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import type {GateModel} from '../model/gateModel.ts'
import {signerOf, type Signer} from '../reviewing/signerOf.ts'

/** Who the person at the Studio is to the gate. */
export type SignerState =
  | {status: 'loading' | 'error'}
  | {status: 'ready'; signer: Signer | undefined}

export function useSigner(model: GateModel): SignerState {
  const client = useClient({apiVersion: API_VERSION})
  const account = useCurrentUser()?.id
  const [state, setState] = useState<SignerState>({status: 'loading'})
  useEffect(() => {
    if (account === undefined) return undefined
    const asked = {current: true}
    signerOf(client, model, account).then(
      (signer) => asked.current && setState({status: 'ready', signer}),
      () => asked.current && setState({status: 'error'}),
    )
    return () => {
      asked.current = false
    }
  }, [client, model, account])
  return state
}
