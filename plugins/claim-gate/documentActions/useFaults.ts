import {useCallback} from 'react'
import {useSource, useWorkspace, validateDocument, type ValidationMarker} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import type {GateDocument} from '../model/gateModel.ts'

/** Documents that are validated at once. */
const AT_ONCE = 25

/** Validates documents as their forms do; resolves to what was found in each, in their order. */
export function useFaults(): (documents: readonly GateDocument[]) => Promise<ValidationMarker[][]> {
  const workspace = useWorkspace()
  const {getClient} = useSource()
  return useCallback(
    async (documents) => {
      // Many refer to the same: each is asked for once.
      const known = new Map<string, Promise<boolean>>()
      const getDocumentExists = ({id}: {id: string}): Promise<boolean> => {
        const before = known.get(id)
        const asked =
          before ??
          getClient({apiVersion: API_VERSION}).fetch<boolean>(
            'count(*[_id == $id]) > 0',
            {id},
            {perspective: 'raw'},
          )
        known.set(id, asked)
        return asked
      }
      const found: ValidationMarker[][] = []
      for (let start = 0; start < documents.length; start += AT_ONCE)
        found.push(
          ...(await Promise.all(
            documents.slice(start, start + AT_ONCE).map((document) =>
              validateDocument({
                document: toSanityDocument(document),
                workspace,
                getClient,
                getDocumentExists,
                environment: 'studio',
              }),
            ),
          )),
        )
      return found
    },
    [workspace, getClient],
  )
}

const toSanityDocument = (document: GateDocument) => ({
  _rev: '',
  _createdAt: '',
  _updatedAt: '',
  ...document,
})
