import {unauthorized} from '../apiError.ts'
import type {LakeContext} from '../context.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'
import type {Account} from './accounts.ts'

/** The documents that a request may read; without a token, those of a public dataset whose id has no dot. */
export function visibleDocuments(
  {documents, visibility}: Pick<LakeContext, 'documents' | 'visibility'>,
  account: Account | undefined,
): DocumentSet {
  if (account) return documents
  if (visibility === 'private') throw unauthorized('This dataset is private: send a token')
  return onlyUndotted(documents)
}

/** Whether a document that a visible set would hold may be read; a dot in the id keeps it from the public. */
export function isReadable(id: string, account: Account | undefined): boolean {
  return account !== undefined || !id.includes('.')
}

function onlyUndotted(documents: DocumentSet): DocumentSet {
  const shown = (found: Iterable<LakeDocument>): LakeDocument[] =>
    [...found].filter(({_id}) => isReadable(_id, undefined))
  return {
    get size() {
      return shown(documents.all()).length
    },
    get: (id) => (isReadable(id, undefined) ? documents.get(id) : undefined),
    all: () => shown(documents.all()),
    byType: (type) => shown(documents.byType(type)),
    referencing: (id) => shown(documents.referencing(id)),
  }
}
