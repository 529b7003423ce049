import {isRecord} from '../json.ts'
import type {LakeDocument} from './storage.ts'
import {StorageError} from './storageError.ts'

/**
 * Takes what is stored for a document.
 * @throws StorageError for what no lake wrote.
 */
export function readDocument(id: string, document: unknown): LakeDocument {
  if (isLakeDocument(document) && document._id === id) return document
  throw new StorageError(
    `Document "${id}" in the store is damaged: put back a copy of the data folder`,
  )
}

function isLakeDocument(value: unknown): value is LakeDocument {
  return isRecord(value) && typeof value._id === 'string' && typeof value._type === 'string'
}
