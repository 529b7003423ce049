import {useCallback, useEffect, useMemo, useState} from 'react'
import type {Observable} from 'rxjs'

/** What was read last: it stays shown while it is read again. */
export type Reread<T> =
  | {status: 'loading'}
  | {status: 'error'; error: unknown; retry: () => void}
  | {status: 'ready'; value: T}

/** Reads, and reads again whenever it is told that something has moved. Both functions must be stable. */
export function useReread<T>(
  read: () => Promise<T>,
  observe: () => Observable<unknown>,
): Reread<T> {
  const [state, setState] = useState<{value: T} | {error: unknown}>()
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  useEffect(() => {
    const asked = {current: true}
    read().then(
      (value) => asked.current && setState({value}),
      (error: unknown) => asked.current && setState({error}),
    )
    return () => {
      asked.current = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- read again at every attempt
  }, [read, attempt])
  useEffect(() => {
    const subscription = observe().subscribe(retry)
    return () => subscription.unsubscribe()
  }, [observe, retry])
  return useMemo((): Reread<T> => {
    if (!state) return {status: 'loading'}
    return 'error' in state ? {status: 'error', ...state, retry} : {status: 'ready', ...state}
  }, [state, retry])
}
