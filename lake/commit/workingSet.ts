import {isDocumentId} from '../documentIds.ts'
import {textOf, type JsonRecord} from '../json.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import {overlayDocuments, type OverlaidDocuments} from '../storage/overlayDocuments.ts'
import type {DocumentChange, LakeDocument} from '../storage/storage.ts'
import {checkReferences} from './checkReferences.ts'
import {contentFault} from './contentFault.ts'
import {createPace, type Pace} from './createPace.ts'
import {generateKeys} from './generateKeys.ts'
import {
  documentExists,
  documentMissing,
  invalidMutation,
  malformedId,
  revisionDiffers,
} from './mutationErrors.ts'
import {applyPatch} from './patch.ts'
import {TransactionSize} from './transactionSize.ts'

type Operation = 'create' | 'update' | 'delete' | 'none'

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
  /** What was done, with every id filled in: the record of history and of listeners. */
  readonly mutations: JsonRecord[] = []
  readonly pace: Pace
  private readonly working: OverlaidDocuments
  private readonly base: DocumentSet
  private readonly stamp: Stamp
  /** Which mutation touched a document last, for errors that are found at the end. */
  private readonly touchedBy = new Map<string, number>()
  private readonly size = new TransactionSize()

  constructor(base: DocumentSet, stamp: Stamp, pace = createPace(Number.POSITIVE_INFINITY)) {
    this.base = base
    this.stamp = stamp
    this.pace = pace
    this.working = overlayDocuments(base)
  }

  /** The documents with everything done so far: what a mutation by query selects from. */
  get documents(): DocumentSet {
    return this.working
  }

  get(id: string): LakeDocument | undefined {
    return this.working.get(id)
  }

  create(content: JsonRecord, index: number): MutationResult {
    const id = newId(content._id, index)
    if (this.get(id)) throw documentExists(index, id)
    this.record({create: {...content, _id: id}})
    return this.write(id, content, undefined, index)
  }

  createIfNotExists(content: JsonRecord, index: number): MutationResult {
    const id = requiredId(content._id, index)
    if (this.get(id)) return {id, operation: 'none'}
    this.record({createIfNotExists: content})
    return this.write(id, content, undefined, index)
  }

  createOrReplace(content: JsonRecord, index: number): MutationResult {
    const id = requiredId(content._id, index)
    this.record({createOrReplace: content})
    return this.write(id, content, this.get(id), index)
  }

  delete(id: string, index: number): MutationResult {
    if (!this.get(id)) return {id, operation: 'none'}
    this.record({delete: {id}})
    this.working.remove(id)
    this.touchedBy.set(id, index)
    return {id, operation: 'delete'}
  }

  patch(id: string, patch: JsonRecord, index: number): MutationResult {
    const before = this.get(id)
    if (!before) throw documentMissing(index, id)
    this.expectRevision(id, patch.ifRevisionID, index)
    const {id: _id, ifRevisionID: _rev, query: _query, params: _params, ...operations} = patch
    const after = applyPatch(before, operations, index, this.pace.check)
    if (after._type !== before._type || after._id !== id) {
      const name = after._id === id ? '_type' : '_id'
      throw invalidMutation(
        index,
        `Cannot modify immutable attribute "${name}" of document "${id}"`,
      )
    }
    this.record({patch: {...operations, id}})
    return this.write(id, {...after, _createdAt: before._createdAt}, before, index)
  }

  /** Throws unless a document has the revision that a request expects of it, if it expects one. */
  expectRevision(id: string, expected: unknown, index: number): void {
    if (expected === undefined) return
    if (typeof expected !== 'string')
      throw invalidMutation(index, `The expected revision of "${id}" must be a text`)
    const actual = this.get(id)?._rev
    if (expected !== actual) throw revisionDiffers(index, id, expected, actual)
  }

  /** What the transaction changes. */
  changes(): DocumentChange[] {
    return [...this.working.changed].flatMap(([id, after]) => {
      const before = this.base.get(id)
      if (!before && !after) return []
      return [{id, ...(before ? {before} : {}), ...(after ? {after} : {})}]
    })
  }

  /** Throws where a strong reference would be left pointing to nothing. */
  checkIntegrity(): void {
    for (const {id} of this.changes()) {
      checkReferences(this.working, id, this.touchedBy.get(id) ?? 0)
    }
  }

  private record(mutation: JsonRecord): void {
    this.size.add(mutation)
    this.mutations.push(mutation)
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
    // Of another type, it is another document under the same id.
    const same = before?._type === type ? before : undefined
    const document = {
      ...(autoGenerateArrayKeys ? generateKeys(content) : content),
      _id: id,
      _type: type,
      _rev: transactionId,
      _createdAt: timeIn(content, '_createdAt', index) ?? same?._createdAt ?? timestamp,
      // Whoever makes a document may say when it was changed, to rebuild a dataset as it was.
      _updatedAt: (before ? undefined : timeIn(content, '_updatedAt', index)) ?? timestamp,
    }
    this.pace.check()
    const fault = contentFault(document)
    if (fault !== undefined) throw invalidMutation(index, `Document "${id}" ${fault}`)
    this.size.add(document)
    if (before) this.size.add(before)
    this.working.put(document)
    this.touchedBy.set(id, index)
    return {id, operation: before ? 'update' : 'create'}
  }
}

function timeIn(content: JsonRecord, name: string, index: number): string | undefined {
  const {[name]: time} = content
  if (time === undefined) return undefined
  if (typeof time === 'string' && !Number.isNaN(Date.parse(time))) return time
  throw invalidMutation(index, `"${name}" of a document must be a time`)
}

function requiredId(id: unknown, index: number): string {
  if (!isDocumentId(id)) throw malformedId(index, id)
  return id
}

/** An id that ends in a dot asks for one to be made under that path. */
function newId(id: unknown, index: number): string {
  if (id === undefined) return crypto.randomUUID()
  if (typeof id === 'string' && id.endsWith('.')) return requiredId(id + crypto.randomUUID(), index)
  return requiredId(id, index)
}
