import {useMemo} from 'react'
import {useCurrentUser} from 'sanity'
import type {Actor} from '../checkpoint/checkpointResult.ts'

/** The person at the Studio, as what they do is signed. */
export function useActor(): Actor {
  const user = useCurrentUser()
  const [account, name] = [user?.id ?? '', user?.name ?? user?.id ?? '']
  return useMemo(() => ({account, name}), [account, name])
}
