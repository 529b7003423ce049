import {useCallback} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {draftIdOf, publishedIdOf} from '../model/documentIds.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {keepsFromPublishing} from './keepsFromPublishing.ts'
import {useFaults} from './useFaults.ts'

/** A document whose form has errors. */
export interface Invalid {
  /** Published id. */
  id: string
  /** What the form says, each once. */
  messages: readonly string[]
}

const COPIES = '*[_id in $ids || _id in $draftIds]'

/**
 * Which of these documents have errors in their forms, as drafted or else as published: nobody approves what the form
 * refuses. That something is not published yet is no error here: that is asked when they go out.
 */
export function useInvalid(): (ids: readonly string[]) => Promise<Invalid[]> {
  const client = useClient({apiVersion: API_VERSION})
  const faultsOf = useFaults()
  return useCallback(
    async (ids) => {
      const published = [...new Set(ids.map(publishedIdOf))]
      const params = {ids: published, draftIds: published.map(draftIdOf)}
      const stored = await client.fetch<GateDocument[]>(COPIES, params, {perspective: 'raw'})
      const copies = new Map(stored.map((each) => [each._id, each]))
      const read = published.flatMap((id) => copies.get(draftIdOf(id)) ?? copies.get(id) ?? [])
      const found = await faultsOf(read)
      return read.flatMap(({_id}, at): Invalid[] => {
        const errors = (found[at] ?? []).filter((each) => keepsFromPublishing([each], 'any'))
        if (errors.length === 0) return []
        return [
          {id: publishedIdOf(_id), messages: [...new Set(errors.map(({message}) => message))]},
        ]
      })
    },
    [client, faultsOf],
  )
}
