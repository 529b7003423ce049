import {useMemo, useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {catchError, debounceTime, merge, of, retry, switchMap} from 'rxjs'

const API_VERSION = '2026-11-01'
const QUIET_MS = 500

interface Evidence {
  title: string | null
  study: unknown
}

export type EvidenceState =
  | {status: 'none' | 'loading' | 'error' | 'gone'}
  | {status: 'ready'; evidence: Evidence}

const EVIDENCE_QUERY = '*[_id == $id][0]{title, study}'

/** A piece of evidence as it is written now, again at every change of it. */
export function useEvidence(id: string | undefined): EvidenceState {
  const client = useClient({apiVersion: API_VERSION})
  const [state, setState] = useState<{id: string; state: EvidenceState}>()
  const observed = useMemo(() => {
    if (id === undefined) return undefined
    const changes = client
      .listen(
        '*[_id in $ids]',
        {ids: [id, `drafts.${id}`]},
        {includeResult: false, visibility: 'query'},
      )
      .pipe(retry({delay: QUIET_MS}), debounceTime(QUIET_MS))
    return merge(of(null), changes).pipe(
      switchMap(() =>
        client.observable
          .fetch<Evidence | null>(EVIDENCE_QUERY, {id}, {perspective: 'drafts'})
          .pipe(
            switchMap((evidence) =>
              of<EvidenceState>(evidence ? {status: 'ready', evidence} : {status: 'gone'}),
            ),
            catchError(() => of<EvidenceState>({status: 'error'})),
          ),
      ),
    )
  }, [client, id])
  useEffect(() => {
    if (id === undefined) return undefined
    const subscription = observed?.subscribe((next) => setState({id, state: next}))
    return () => subscription?.unsubscribe()
  }, [id, observed])
  if (id === undefined) return {status: 'none'}
  return state?.id === id ? state.state : {status: 'loading'}
}
