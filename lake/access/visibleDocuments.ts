import {unauthorized} from '../apiError.ts'
import type {LakeContext} from '../context.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {Account} from './accounts.ts'
import {readableDocuments} from './readableDocuments.ts'

/** The documents that a request may read; without a token, those of a public dataset whose id has no dot. */
export function visibleDocuments(
  {documents, visibility}: Pick<LakeContext, 'documents' | 'visibility'>,
  account: Account | undefined,
): DocumentSet {
  assertMayRead(visibility, account)
  return readableDocuments(documents, account !== undefined)
}

/** Throws for whoever comes to a private dataset without a token. */
export function assertMayRead(
  visibility: LakeContext['visibility'],
  account: Account | undefined,
): void {
  if (!account && visibility === 'private')
    throw unauthorized('This dataset is private: send a token')
}
