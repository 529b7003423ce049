import {draftIdOf, isPublishedId, publishedIdOf, versionIdOf} from '../documentIds.ts'
import {isRecord} from '../json.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {step} from './timeLimit.ts'

/** What an index knows documents by. */
export type Key = 'id' | 'type' | 'reference'

/** The documents as one perspective shows them, each once; lists are in no order unless their name says so. */
export interface DocumentView {
  get(id: string): LakeDocument | undefined
  all(): readonly LakeDocument[]
  /** All, in the order of `_id`. */
  inOrder(): readonly LakeDocument[]
  byType(type: string): readonly LakeDocument[]
  /** At least the documents that reference an id. */
  referencing(id: string): readonly LakeDocument[]
}

type Get = (id: string) => LakeDocument | undefined

/** The view of a perspective: `raw`, `published`, `drafts`, or a stack of releases, nearest first. */
export function documentView(documents: DocumentSet, perspective: readonly string[]): DocumentView {
  const [first = 'raw'] = perspective
  if (first === 'raw') return viewOf(documents, (id) => documents.get(id), Array.from)
  if (first === 'published') {
    return viewOf(
      documents,
      (id) => (isPublishedId(id) ? documents.get(id) : undefined),
      (stored) => Array.from(stored).filter(({_id}) => isPublishedId(_id)),
    )
  }
  const get = overlay(documents, perspective)
  return viewOf(documents, get, (stored) => {
    const ids = new Set(Array.from(stored, ({_id}) => publishedIdOf(_id)))
    return [...ids].flatMap((id) => get(id) ?? [])
  })
}

/** A view of one document, for asking whether a filter lets it through. */
export function viewOfOne(document: LakeDocument): DocumentView {
  const all = [document]
  return {
    get: (id) => (id === document._id ? document : undefined),
    all: () => all,
    inOrder: () => all,
    byType: (type) => (type === document._type ? all : []),
    referencing: () => all,
  }
}

/** `shown`: what the view shows of stored documents. */
function viewOf(
  documents: DocumentSet,
  get: Get,
  shown: (stored: Iterable<LakeDocument>) => LakeDocument[],
): DocumentView {
  const all = remembered(() => shown(documents.all()))
  const sorted = remembered(() => inOrder(all('')))
  const ofType = (type: string): LakeDocument[] =>
    shown(documents.byType(type)).filter(({_type}) => _type === type)
  return {
    get,
    all: () => all(''),
    inOrder: () => sorted(''),
    byType: remembered(ofType),
    referencing: remembered((id) => shown(documents.referencing(id))),
  }
}

type List = readonly LakeDocument[]

function remembered(find: (key: string) => List): (key: string) => List {
  const known = new Map<string, List>()
  return (key) => {
    const found = known.get(key) ?? find(key)
    known.set(key, found)
    return found
  }
}

export function inOrder(documents: readonly LakeDocument[]): LakeDocument[] {
  return documents.toSorted((a, b) => {
    step()
    return a._id < b._id ? -1 : 1
  })
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
  step(1 + layers.length)
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
