import type {ValidationContext} from '@sanity/types'
import {API_VERSION} from '../apiVersion.ts'

/** A login is one person: two would sign in each other's name. */
export async function isUniqueAccount(
  account: unknown,
  context: ValidationContext,
): Promise<true | string> {
  if (typeof account !== 'string' || account === '') return true
  const id = context.document?._id.replace(/^drafts\./u, '').replace(/^versions\.[^.]+\./u, '')
  const others = await context
    .getClient({apiVersion: API_VERSION})
    .fetch<number>(
      'count(*[_type == "person"][accountId == $account][!(_id in [$id, "drafts." + $id])][!(_id in path("versions.**." + $id))])',
      {account, id},
      {perspective: 'raw'},
    )
  return others === 0 || 'Another person signs with this account: give each person their own.'
}
