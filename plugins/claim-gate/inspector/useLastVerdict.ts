import {useState} from 'react'
import type {VerdictState} from '../explain/useVerdict.ts'

/**
 * The verdict that was shown last for as long as the next one is being read: a world is read anew whenever the document
 * refers to something else, and nothing that a person has open or typed beside it may go with the old one.
 */
export function useLastVerdict(id: string, state: VerdictState): VerdictState {
  const [last, setLast] = useState<{id: string; state: VerdictState}>()
  if (state.status === 'ready' && last?.state !== state) setLast({id, state})
  return state.status === 'loading' && last?.id === id ? last.state : state
}
