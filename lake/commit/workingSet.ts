import {isDocumentId, publishedIdOf} from '../documentIds.ts'
import {isRecord, textOf, type JsonRecord} from '../json.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import {referencesIn} from '../storage/referencesIn.ts'
import type {DocumentChange, LakeDocument} from '../storage/storage.ts'
import {generateKeys} from './generateKeys.ts'
import {
  documentExists,
  documentMissing,
  invalidMutation,
  referenceToNothing,
  revisionDiffers,
  stillReferenced,
} from './mutationErrors.ts'
import {applyPatch} from './patch.ts'

export type Operation = 'create' | 'update' | 'delete' | 'none'

export interface MutationResult {
  id: string
  operation: Operation
}

export interface Stamp {
  transactionId: string
  /** ISO 8601, UTC. */
  timestamp: string
  autoGenerateArrayKeys: boolean
}

/** The documents as one transaction would leave them; nothing of it is seen by anyone else. */
export class WorkingSet {
  private readonly changed = new Map<string, LakeDocument | undefined>()
  private readonly documents: DocumentSet
  private readonly stamp: Stamp

  constructor(documents: DocumentSet, stamp: Stamp) {
    this.documents = documents
    this.stamp = stamp
  }

  get(id: string): LakeDocument | undefined {
    return this.changed.has(id) ? this.changed.get(id) : this.documents.get(id)
  }

  create(content: JsonRecord, index: number): MutationResult {
    const id = newId(content._id, index)
    if (this.get(id)) throw documentExists(index, id)
    return this.write(id, content, undefined, index)
  }

  createIfNotExists(content: JsonRecord, index: number): MutationResult {
    const id = requiredId(content._id, index)
    return this.get(id) ? {id, operation: 'none'} : this.write(id, content, undefined, index)
  }

  createOrReplace(content: JsonRecord, index: number): MutationResult {
    const id = requiredId(content._id, index)
    return this.write(id, content, this.get(id), index)
  }

  delete(id: string): MutationResult {
    if (!this.get(id)) return {id, operation: 'none'}
    this.changed.set(id, undefined)
    return {id, operation: 'delete'}
  }

  patch(id: string, patch: JsonRecord, index: number): MutationResult {
    const before = this.get(id)
    if (!before) throw documentMissing(index, id)
    this.expectRevision(id, textOf(patch.ifRevisionID), index)
    const after = applyPatch(before, patch, index)
    if (after._type !== before._type || after._id !== id) {
      throw invalidMutation(index, `"_id" and "_type" of document "${id}" cannot be changed`)
    }
    return this.write(id, {...after, _createdAt: before._createdAt}, before, index)
  }

  expectRevision(id: string, expected: string | undefined, index: number): void {
    const actual = this.get(id)?._rev
    if (expected !== undefined && expected !== actual)
      throw revisionDiffers(index, id, expected, actual)
  }

  /** What the transaction changes, after strong references were found whole. */
  finish(): DocumentChange[] {
    for (const [id, document] of this.changed) {
      if (document) this.checkReferences(document)
      else this.checkNotReferenced(id)
    }
    return [...this.changed].flatMap(([id, after]) => {
      const before = this.documents.get(id)
      if (!before && !after) return []
      return [{id, ...(before ? {before} : {}), ...(after ? {after} : {})}]
    })
  }

  private write(
    id: string,
    content: JsonRecord,
    before: LakeDocument | undefined,
    index: number,
  ): MutationResult {
    const type = textOf(content._type)
    if (!type) throw invalidMutation(index, `Document "${id}" needs a "_type"`)
    const {transactionId, timestamp, autoGenerateArrayKeys} = this.stamp
    const document = {
      ...(autoGenerateArrayKeys ? generateKeys(content) : content),
      _id: id,
      _type: type,
      _rev: transactionId,
      _createdAt: textOf(content._createdAt) ?? before?._createdAt ?? timestamp,
      _updatedAt: timestamp,
    }
    this.changed.set(id, document)
    return {id, operation: before ? 'update' : 'create'}
  }

  private checkReferences(document: LakeDocument): void {
    for (const reference of referencesIn(document)) {
      if (!reference.weak && !this.get(reference.id))
        throw referenceToNothing(0, document._id, reference.id)
    }
  }

  private checkNotReferenced(id: string): void {
    if (publishedIdOf(id) !== id) return
    const holders = [...this.documents.referencing(id)]
      .map((document) => this.get(document._id))
      .filter((document) => document !== undefined && document._id !== id)
      .filter(
        (document) =>
          isRecord(document) &&
          referencesIn(document).some((reference) => reference.id === id && !reference.weak),
      )
    if (holders.length > 0)
      throw stillReferenced(
        0,
        id,
        holders.map((holder) => holder?._id ?? ''),
      )
  }
}

function requiredId(id: unknown, index: number): string {
  if (!isDocumentId(id))
    throw invalidMutation(index, `${JSON.stringify(id)} is not a valid document ID`)
  return id
}

/** An id that ends in a dot asks for one to be made under that path. */
function newId(id: unknown, index: number): string {
  if (id === undefined) return crypto.randomUUID()
  if (typeof id === 'string' && id.endsWith('.')) return requiredId(id + crypto.randomUUID(), index)
  return requiredId(id, index)
}
