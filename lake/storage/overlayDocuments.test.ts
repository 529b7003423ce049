import {fc, test} from '@fast-check/vitest'
import {describe, expect} from 'vitest'
import {createDocumentSet} from './createDocumentSet.ts'
import type {DocumentSet} from './documentSet.ts'
import {overlayDocuments} from './overlayDocuments.ts'
import type {LakeDocument} from './storage.ts'

const ids = fc.constantFrom('a', 'b', 'c', 'd')
const types = fc.constantFrom('x', 'y')
const documents = fc
  .record({_id: ids, _type: types, to: fc.option(ids, {nil: undefined})})
  .map(({_id, _type, to}): LakeDocument => ({
    _id,
    _type,
    _rev: 'r',
    _createdAt: 't',
    _updatedAt: 't',
    ...(to === undefined ? {} : {list: [{_ref: to}]}),
  }))
/** A document to put, or the id of one to remove. */
const steps = fc.array(fc.oneof(documents, ids), {maxLength: 12})

function apply(
  set: {put: (document: LakeDocument) => void; remove: (id: string) => void},
  step: LakeDocument | string,
): void {
  if (typeof step === 'string') set.remove(step)
  else set.put(step)
}

function contentOf(set: DocumentSet): object {
  const sorted = (found: Iterable<LakeDocument>) =>
    [...found].map((each) => JSON.stringify(each)).toSorted()
  return {
    size: set.size,
    all: sorted(set.all()),
    get: ['a', 'b', 'c', 'd'].map((id) => set.get(id)),
    byType: ['x', 'y'].map((type) => sorted(set.byType(type))),
    referencing: ['a', 'b', 'c', 'd'].map((id) => sorted(set.referencing(id))),
  }
}

describe('overlayDocuments', () => {
  test.prop([steps, steps])(
    'shows what a set would hold that was really changed',
    (before, after) => {
      const base = createDocumentSet()
      const changed = createDocumentSet()
      for (const step of before) {
        apply(base, step)
        apply(changed, step)
      }
      const untouched = contentOf(base)
      const overlay = overlayDocuments(base)
      for (const step of after) {
        apply(overlay, step)
        apply(changed, step)
      }
      expect(contentOf(overlay)).toEqual(contentOf(changed))
      expect(contentOf(base)).toEqual(untouched)
    },
  )
})
