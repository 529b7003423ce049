import {useCallback} from 'react'
import {usePaneRouter} from '../studioCompat.ts'

export const ALIGNMENT_INSPECTOR = 'claim-gate-alignment'

/** Opens the Alignment inspector beside the form. */
export function useOpenAlignment(): () => void {
  const {params, setParams} = usePaneRouter()
  return useCallback(
    () => setParams({...params, inspect: ALIGNMENT_INSPECTOR}),
    [params, setParams],
  )
}
