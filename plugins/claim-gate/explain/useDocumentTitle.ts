import {useEffect, useState} from 'react'
import {useClient, useSchema} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {useValuePreview} from '../studioCompat.ts'

/** A document's title as lists show it; its id until that is known. The type is looked up when it is not given. */
export function useDocumentTitle(id: string, knownType?: string): string {
  const type = useDocumentType(id, knownType)
  const schemaType = useSchema().get(type ?? '')
  const {value} = useValuePreview({
    enabled: schemaType !== undefined,
    ...(schemaType ? {schemaType} : {}),
    value: {_type: type, _id: id},
  })
  return typeof value?.title === 'string' && value.title !== '' ? value.title : id
}

function useDocumentType(id: string, knownType: string | undefined): string | undefined {
  const client = useClient({apiVersion: API_VERSION})
  const [found, setFound] = useState<string>()
  useEffect(() => {
    if (knownType !== undefined) return undefined
    const controller = new AbortController()
    client
      .fetch<string | null>(
        '*[_id == $id][0]._type',
        {id},
        {perspective: 'drafts', signal: controller.signal},
      )
      // A title is a courtesy: the id stands in for it.
      .then(
        (type) => setFound(type ?? undefined),
        () => setFound(undefined),
      )
    return () => controller.abort()
  }, [client, id, knownType])
  return knownType ?? found
}
