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

/** The basis on which the document of this pane is read, as its address says it; its own where it says none. */
export function useBasis(): [string | undefined, (basis: string) => void] {
  const {params, setParams} = usePaneRouter()
  const choose = useCallback((basis: string) => setParams({...params, basis}), [params, setParams])
  return [params?.basis, choose]
}
