import {useEffect, useState} from 'react'
import {useClient, useSchema} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'

/** Names of several documents: what their type's preview takes for the title; ids until that is known. */
export function useTitles(ids: readonly string[]): readonly string[] {
  const client = useClient({apiVersion: API_VERSION})
  const schema = useSchema()
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  const key = ids.join(' ')
  useEffect(() => {
    const asked = {current: true}
    client
      .fetch<{_id: string; _type: string; [field: string]: unknown}[]>(
        '*[_id in $ids]',
        {ids: key.split(' ')},
        {perspective: 'published'},
      )
      .then(
        (found) => {
          if (!asked.current) return
          setTitles(
            new Map(
              found.flatMap((document) => {
                const path = schema.get(document._type)?.preview?.select?.title
                const title = path === undefined ? undefined : document[path]
                return typeof title === 'string' ? [[document._id, title]] : []
              }),
            ),
          )
        },
        () => undefined,
      )
    return () => {
      asked.current = false
    }
  }, [client, schema, key])
  return ids.map((id) => titles.get(id) ?? id)
}
