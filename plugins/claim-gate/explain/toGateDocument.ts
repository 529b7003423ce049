import {useMemo} from 'react'
import {useEditState, type SanityDocument} from 'sanity'
import type {GateDocument} from '../model/gateModel.ts'

/** A document of the Studio as the rules read it; the same object, so that what is known of it stays known. */
export function toGateDocument(
  document: SanityDocument | null | undefined,
): GateDocument | undefined {
  return document ?? undefined
}

/** What would be published of the document that stands open, as it is being typed. */
export function useCandidate(id: string, type: string, wanted = true): GateDocument | undefined {
  const {draft, published} = useEditState(id, type)
  return useMemo(
    () => (wanted ? toGateDocument(draft ?? published) : undefined),
    [wanted, draft, published],
  )
}
