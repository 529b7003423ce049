import type {InitialValueResolverContext} from '@sanity/types'
import {API_VERSION} from '../../schemas/apiVersion.ts'
import {fieldOf} from '../../schemas/references.ts'
import {isReference} from './isReference.ts'
import type {StartingFields} from './startingFields.ts'

const QUERY = '*[_id in [$id, "drafts." + $id]] | order(_id desc)[0].launch'

/** The launch of the document in whose form another one is created, as its draft says if it has one. */
export async function launchBeside(
  params: unknown,
  {getClient}: Pick<InitialValueResolverContext, 'getClient'>,
): Promise<StartingFields> {
  const id = fieldOf(params, 'beside')
  if (typeof id !== 'string') return {}
  const launch: unknown = await getClient({apiVersion: API_VERSION}).fetch(
    QUERY,
    {id},
    {perspective: 'raw'},
  )
  return isReference(launch) ? {launch} : {}
}
