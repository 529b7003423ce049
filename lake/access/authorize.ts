import {forbidden, unauthorized} from '../apiError.ts'
import type {DocumentChange} from '../storage/storage.ts'
import type {Account, Role} from './accounts.ts'

/** What a role may do, in the shape in which the Studio asks for it: filters are GROQ. */
export interface Grant {
  filter: string
  permissions: readonly string[]
}

const EVERYTHING = '_id in path("**")'
const SIGNED = '_id in path("claimGate.review.**") || _id in path("claimGate.snapshot.**")'
const WRITE = ['read', 'create', 'update', 'history', 'editHistory']

const GRANTS: Record<Role, readonly Grant[]> = {
  administrator: [{filter: EVERYTHING, permissions: [...WRITE, 'manage']}],
  editor: [{filter: EVERYTHING, permissions: WRITE}],
  reviewer: [
    {filter: EVERYTHING, permissions: ['read', 'history']},
    {filter: SIGNED, permissions: ['create']},
  ],
  viewer: [{filter: EVERYTHING, permissions: ['read', 'history']}],
}

export const grantsOf = (role: Role): readonly Grant[] => GRANTS[role]

/** Throws for whoever may change nothing at all, before any work is done for them. */
export function assertMayChange(account: Account | undefined): asserts account is Account {
  if (!account) throw unauthorized('Changing documents needs a token')
  if (account.role === 'viewer')
    throw forbidden('Insufficient permissions: the role "viewer" may not change documents')
}

/** Throws for the first change that the account's role does not allow. */
export function authorizeChanges(
  account: Account | undefined,
  changes: readonly DocumentChange[],
): void {
  assertMayChange(account)
  if (account.role === 'administrator' || account.role === 'editor') return
  const refused = changes.find((change) => account.role !== 'reviewer' || !isSigning(change))
  if (refused) {
    throw forbidden(
      `Insufficient permissions: the role "${account.role}" may not change document "${refused.id}"`,
    )
  }
}

/** Reviewers create signatures and what was signed, and change neither afterwards. */
function isSigning({id, before}: DocumentChange): boolean {
  return !before && (id.startsWith('claimGate.review.') || id.startsWith('claimGate.snapshot.'))
}
