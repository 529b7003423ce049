import type {ValidationContext} from '@sanity/types'
import {API_VERSION} from './apiVersion.ts'
import {publishedIdOf} from './publishedIdOf.ts'

/**
 * Whether another document of the same type, published, draft or in a release, has this value where `path` leads: a
 * GROQ path such as `code` or `launch._ref`.
 */
export async function isHeldByAnother(
  value: string,
  path: string,
  {document, getClient}: ValidationContext,
): Promise<boolean> {
  const id = document && publishedIdOf(document._id)
  const params = {type: document?._type, value, id}
  const query = `count(*[_type == $type][${path} == $value][!(_id in [$id, "drafts." + $id])][!(_id in path("versions.**." + $id))]) > 0`
  return getClient({apiVersion: API_VERSION}).fetch<boolean>(query, params, {perspective: 'raw'})
}
