import {useCallback} from 'react'
import {useSource, useWorkspace, validateDocument, type ValidationMarker} from 'sanity'
import type {GateDocument} from '../model/gateModel.ts'

/** Documents that are validated at once. */
const AT_ONCE = 25

/**
 * Validates documents as their forms do; resolves to what was found in each, in their order. Rejects where a rule could not
 * say anything, offline for example.
 */
export function useFaults(): (
  documents: readonly GateDocument[],
  onProgress?: (done: number) => void,
) => Promise<ValidationMarker[][]> {
  const workspace = useWorkspace()
  const {getClient} = useSource()
  return useCallback(
    async (documents, onProgress) => {
      const found: ValidationMarker[][] = []
      for (let start = 0; start < documents.length; start += AT_ONCE) {
        const validated = documents.slice(start, start + AT_ONCE).map((document) =>
          validateDocument({
            document: toSanityDocument(document),
            workspace,
            getClient,
            environment: 'studio',
          }),
        )
        found.push(...(await Promise.all(validated)))
        onProgress?.(found.length)
      }
      const broken = found.flat().find(({code}) => code === BROKEN)
      if (broken) throw new Error(broken.message)
      return found
    },
    [workspace, getClient],
  )
}

/** The Studio's code for a rule that threw. */
const BROKEN = 'validation.exception'

const toSanityDocument = (document: GateDocument) => ({
  _rev: '',
  _createdAt: '',
  _updatedAt: '',
  ...document,
})
