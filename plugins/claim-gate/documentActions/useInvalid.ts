import {useCallback} from 'react'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {keepsFromSigning} from './keepsFromPublishing.ts'
import {useFaults} from './useFaults.ts'

/** A document whose form has errors. */
export interface Invalid {
  /** Published id. */
  id: string
  /** What the form says, each once. */
  messages: readonly string[]
}

/**
 * Which of these documents, each in the copy that is to be signed, have errors in their forms: nobody approves what the
 * form refuses. What is asked when they go out, that all of it is published and approved, is no error here.
 */
export function useInvalid(): (
  documents: readonly GateDocument[],
  onProgress?: (done: number) => void,
) => Promise<Invalid[]> {
  const faultsOf = useFaults()
  return useCallback(
    async (documents, onProgress) => {
      const found = await faultsOf(documents, onProgress)
      return documents.flatMap(({_id}, at): Invalid[] => {
        const errors = (found[at] ?? []).filter(keepsFromSigning)
        if (errors.length === 0) return []
        return [
          {id: publishedIdOf(_id), messages: [...new Set(errors.map(({message}) => message))]},
        ]
      })
    },
    [faultsOf],
  )
}
