import {isRecord} from '../json.ts'
import type {LakeDocument} from './storage.ts'
import {StorageError} from './storageError.ts'

/**
 * Reads a document as it is stored.
 * @throws StorageError for what no lake wrote.
 */
export function readDocument(id: string, content: string): LakeDocument {
  const document = parsed(content)
  if (isLakeDocument(document) && document._id === id) return document
  throw new StorageError(
    `Document "${id}" in the store is damaged: put back a copy of the data folder`,
  )
}

function parsed(content: string): unknown {
  try {
    const value: unknown = JSON.parse(content)
    return value
  } catch {
    return undefined
  }
}

function isLakeDocument(value: unknown): value is LakeDocument {
  return isRecord(value) && typeof value._id === 'string' && typeof value._type === 'string'
}
