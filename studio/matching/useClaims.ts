import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../../schemas/apiVersion.ts'
import {observeClaims, type KnownClaims} from './observeClaims.ts'

/** The claims of the dataset, read once for the whole session and kept fresh. */
export function useClaims(): KnownClaims {
  const client = useClient({apiVersion: API_VERSION})
  const [claims, setClaims] = useState<KnownClaims>({status: 'loading'})
  useEffect(() => {
    const subscription = observeClaims(client).subscribe(setClaims)
    return () => subscription.unsubscribe()
  }, [client])
  return claims
}
