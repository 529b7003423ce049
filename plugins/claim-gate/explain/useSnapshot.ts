import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {fingerprintOf} from '../fingerprint/contentOf.ts'
import {snapshotId} from '../model/gateDocuments.ts'

/** The canonical content that somebody signed; `missing` when no snapshot of it was kept. */
export type SnapshotState = {status: 'loading' | 'missing'} | {status: 'ready'; content: string}

/** Snapshots never change: what was read once stays read. */
const read = new Map<string, string>()

export function useSnapshot(documentId: string, fingerprint: string): SnapshotState {
  const client = useClient({apiVersion: API_VERSION})
  const id = snapshotId(documentId, fingerprint)
  const [state, setState] = useState<{id: string; value: SnapshotState}>({
    id,
    value: {status: 'loading'},
  })
  const known = read.get(id)
  useEffect(() => {
    if (read.has(id)) return undefined
    const controller = new AbortController()
    client
      .fetch<string | null>(
        '*[_id == $id][0].content',
        {id},
        {perspective: 'raw', signal: controller.signal},
      )
      .then(
        (content) => {
          // What was put under this name by somebody else is not what was signed.
          const signed = content && fingerprintOf(content) === fingerprint ? content : undefined
          if (signed) read.set(id, signed)
          setState({id, value: signed ? {status: 'ready', content: signed} : {status: 'missing'}})
        },
        () => {
          if (!controller.signal.aborted) setState({id, value: {status: 'missing'}})
        },
      )
    return () => controller.abort()
  }, [client, id, fingerprint])
  if (known !== undefined) return {status: 'ready', content: known}
  return state.id === id ? state.value : {status: 'loading'}
}
