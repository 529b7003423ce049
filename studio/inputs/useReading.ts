import type {SanityClient} from '@sanity/client'
import {catchError, concat, map, of, switchMap, timer, type Observable} from 'rxjs'
import {useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../../schemas/apiVersion.ts'

/** What is read about one document; `none` where there is no document to read about. */
export type Reading<T> = {status: 'none' | 'loading' | 'error'} | {status: 'ready'; value: T}

const AGAIN_AFTER_MS = 5000

/** Reads about a document for as long as an input is shown; `observe` must stay the same function. */
export function useReading<T>(
  id: string | undefined,
  observe: (client: SanityClient, id: string) => Observable<T>,
): Reading<T> {
  const client = useClient({apiVersion: API_VERSION})
  const [state, setState] = useState<{id: string; reading: Reading<T>}>()
  const observed = useMemo(
    () =>
      id === undefined
        ? undefined
        : observe(client, id).pipe(
            map((value): Reading<T> => ({status: 'ready', value})),
            catchError((_error, again) =>
              concat(
                of<Reading<T>>({status: 'error'}),
                timer(AGAIN_AFTER_MS).pipe(switchMap(() => again)),
              ),
            ),
          ),
    [client, id, observe],
  )
  useEffect(() => {
    if (id === undefined) return undefined
    const subscription = observed?.subscribe((reading) => setState({id, reading}))
    return () => subscription?.unsubscribe()
  }, [id, observed])
  if (id === undefined) return {status: 'none'}
  return state?.id === id ? state.reading : {status: 'loading'}
}
