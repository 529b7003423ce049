import type {ValidationContext} from '@sanity/types'
import {isHeldByAnother} from '../isHeldByAnother.ts'

/** A login is one person: two would sign in each other's name. */
export async function isUniqueAccount(
  account: unknown,
  context: ValidationContext,
): Promise<true | string> {
  if (typeof account !== 'string' || account === '') return true
  const isHeld = await isHeldByAnother(account, 'accountId', context)
  return !isHeld || 'Another person signs with this account: give each person their own.'
}
