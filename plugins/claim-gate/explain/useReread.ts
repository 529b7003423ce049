import {useCallback, useEffect, useMemo, useRef, useState} from 'react'
import {catchError, defer, map, merge, of, Subject, type Observable} from 'rxjs'
import {rereading} from '../world/rereading.ts'

/** What was read last: it stays shown while it is read again. */
export type Reread<T> =
  | {status: 'loading'}
  | {status: 'error'; error: unknown; retry: () => void}
  | {status: 'ready'; value: T}

/** Reads whenever it is told that it is time to. Both functions must be stable. */
export function useReread<T>(
  read: () => Promise<T>,
  observe: () => Observable<unknown>,
): Reread<T> {
  const [state, setState] = useState<{value: T} | {error: unknown}>()
  const again = useRef(new Subject<void>())
  const retry = useCallback(() => again.current.next(), [])
  useEffect(() => {
    const read$ = (): Observable<{value: T} | {error: unknown}> =>
      defer(read).pipe(
        map((value) => ({value})),
        catchError((error: unknown) => of({error})),
      )
    const subscription = merge(observe(), again.current).pipe(rereading(read$)).subscribe(setState)
    return () => subscription.unsubscribe()
  }, [read, observe])
  return useMemo((): Reread<T> => {
    if (!state) return {status: 'loading'}
    return 'error' in state ? {status: 'error', ...state, retry} : {status: 'ready', ...state}
  }, [state, retry])
}
