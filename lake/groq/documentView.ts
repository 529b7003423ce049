import {draftIdOf, isPublishedId, publishedIdOf, versionIdOf} from '../documentIds.ts'
import {isRecord} from '../json.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'

/** Documents by what is known of them before the query runs. */
export interface Key {
  by: 'id' | 'type' | 'reference'
  values: readonly string[]
}

/** The documents as one perspective shows them; lists are in the order of `_id`, each document once. */
export interface DocumentView {
  get(id: string): LakeDocument | undefined
  all(): readonly LakeDocument[]
  /** Documents that any of the keys names; by reference also some that do not. */
  any(keys: readonly Key[]): readonly LakeDocument[]
}

type Get = (id: string) => LakeDocument | undefined

/** The view of a perspective: `raw`, `published`, `drafts`, or a stack of releases, nearest first. */
export function documentView(documents: DocumentSet, perspective: readonly string[]): DocumentView {
  const [first = 'raw'] = perspective
  const stored: Get = (id) => documents.get(id)
  if (first === 'raw') return viewOf(documents, asStored, stored)
  if (first === 'published') {
    return viewOf(documents, asStored, (id) => (isPublishedId(id) ? stored(id) : undefined))
  }
  return viewOf(documents, publishedIdOf, overlay(documents, perspective))
}

const asStored = (id: string): string => id

/** A view of one document, for asking whether a filter lets it through. */
export function viewOfOne(document: LakeDocument): DocumentView {
  const all = [document]
  return {
    get: (id) => (id === document._id ? document : undefined),
    all: () => all,
    any: (keys) => all.filter((shown) => keys.some((key) => names(key, shown))),
  }
}

function names({by, values}: Key, {_id, _type}: LakeDocument): boolean {
  return by === 'reference' || values.includes(by === 'id' ? _id : _type)
}

function viewOf(documents: DocumentSet, shownId: (id: string) => string, get: Get): DocumentView {
  const shown = (stored: Iterable<LakeDocument>): LakeDocument[] => {
    const ids = new Set<string>()
    for (const {_id} of stored) ids.add(shownId(_id))
    return [...ids].flatMap((id) => get(id) ?? [])
  }
  const one = ({by, values}: Key): LakeDocument[] => {
    if (by === 'id') return values.flatMap((id) => get(id) ?? [])
    if (by === 'reference') return shown(values.flatMap((id) => [...documents.referencing(id)]))
    return values.flatMap((type) =>
      shown(documents.byType(type)).filter(({_type}) => _type === type),
    )
  }
  return {
    get,
    all: () => inOrder(shown(documents.all())),
    any: (keys) => inOrder([...new Set(keys.flatMap(one))]),
  }
}

function inOrder(documents: readonly LakeDocument[]): LakeDocument[] {
  return documents.toSorted((a, b) => (a._id < b._id ? -1 : 1))
}

/** The nearest copy of each document stands under its published id, and says in `_originalId` which copy it is. */
function overlay(documents: DocumentSet, perspective: readonly string[]): Get {
  const layers = layersOf(perspective)
  const shown = new Map<string, LakeDocument | undefined>()
  return (id) => {
    if (!isPublishedId(id)) return undefined
    if (!shown.has(id)) shown.set(id, nearest(documents, layers, id))
    return shown.get(id)
  }
}

function layersOf(perspective: readonly string[]): ((id: string) => string)[] {
  const published = perspective.indexOf('published')
  return perspective.slice(0, published === -1 ? undefined : published).map((name) => {
    if (name === 'drafts' || name === 'previewDrafts') return draftIdOf
    return (id) => versionIdOf(id, name)
  })
}

function nearest(
  documents: DocumentSet,
  layers: readonly ((id: string) => string)[],
  publishedId: string,
): LakeDocument | undefined {
  for (const copyId of [...layers.map((layer) => layer(publishedId)), publishedId]) {
    const copy = documents.get(copyId)
    if (copy) {
      return unpublishes(copy) ? undefined : {...copy, _id: publishedId, _originalId: copy._id}
    }
  }
  return undefined
}

/** A version in a release may stand for the document's removal. */
const unpublishes = ({_system}: LakeDocument): boolean =>
  isRecord(_system) && _system.delete === true
