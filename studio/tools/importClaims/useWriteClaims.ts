import {useCallback, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../../../schemas/apiVersion.ts'
import type {ClaimWrite} from '../../importing/claims/buildWrites.ts'
import {writeImport} from '../../importing/claims/writeImport.ts'
import {messageOf} from '../../../plugins/claim-gate/explain/messageOf.ts'

export type WriteState =
  | {status: 'idle'}
  | {status: 'writing'}
  /** Somebody changed these codes meanwhile. */
  | {status: 'moved'; codes: readonly string[]}
  | {status: 'failed'; message: string}
  | {status: 'done'; claims: readonly Pick<ClaimWrite, 'id' | 'code'>[]}

interface WriteClaims {
  state: WriteState
  write: (writes: readonly ClaimWrite[]) => void
}

/** Writes what was planned in one step; asks for the plan to be made anew where that was not possible. */
export function useWriteClaims(onStale: () => void): WriteClaims {
  const client = useClient({apiVersion: API_VERSION})
  const [state, setState] = useState<WriteState>({status: 'idle'})
  const write = useCallback(
    (writes: readonly ClaimWrite[]) => {
      setState({status: 'writing'})
      writeImport(client, writes).then(
        (result) => {
          if ('written' in result) {
            setState({status: 'done', claims: writes})
            return
          }
          setState({status: 'moved', codes: result.moved})
          onStale()
        },
        (error: unknown) => {
          setState({status: 'failed', message: messageOf(error)})
          onStale()
        },
      )
    },
    [client, onStale],
  )
  return {state, write}
}
