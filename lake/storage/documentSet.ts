import type {LakeDocument} from './storage.ts'

/** The documents in memory with the indexes that queries and integrity checks need. Read side of the lake. */
export interface DocumentSet {
  readonly size: number
  get(id: string): LakeDocument | undefined
  all(): Iterable<LakeDocument>
  byType(type: string): Iterable<LakeDocument>
  /** Documents that hold a reference, strong or weak, to the id. */
  referencing(id: string): Iterable<LakeDocument>
}
