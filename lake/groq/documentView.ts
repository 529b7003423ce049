import {
  draftIdOf,
  isDraftId,
  isPublishedId,
  isVersionId,
  publishedIdOf,
  versionIdOf,
} from '../documentIds.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'

/** The documents as one perspective shows them. */
export interface DocumentView {
  all(): LakeDocument[]
  get(id: string): LakeDocument | undefined
  byType(type: string): LakeDocument[]
  referencing(ids: readonly string[]): LakeDocument[]
}

/** The view of a perspective: `raw`, `published`, `drafts`, or a stack of releases, nearest first. */
export function documentView(documents: DocumentSet, perspective: readonly string[]): DocumentView {
  const [first] = perspective
  if (first === undefined || first === 'raw') return plainView(documents, () => true)
  if (first === 'published') return plainView(documents, ({_id}) => isPublishedId(_id))
  return overlayView(documents, perspective)
}

function plainView(
  documents: DocumentSet,
  shows: (document: LakeDocument) => boolean,
): DocumentView {
  return {
    all: () => [...documents.all()].filter(shows),
    get: (id) => {
      const document = documents.get(id)
      return document && shows(document) ? document : undefined
    },
    byType: (type) => [...documents.byType(type)].filter(shows),
    referencing: (ids) => unique(ids.flatMap((id) => [...documents.referencing(id)])).filter(shows),
  }
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** The nearest copy of each document stands under its published id, and says in `_originalId` which copy it is. */
function overlayView(documents: DocumentSet, perspective: readonly string[]): DocumentView {
  const layers = perspective.flatMap((name): ((id: string) => string)[] => {
    if (name === 'drafts' || name === 'previewDrafts') return [draftIdOf]
    return name === 'published' ? [] : [(id) => versionIdOf(id, name)]
  })
  const shown = new Map<string, LakeDocument | undefined>()
  const get = (id: string): LakeDocument | undefined => {
    const publishedId = publishedIdOf(id)
    if (!shown.has(publishedId)) shown.set(publishedId, nearest(documents, layers, publishedId))
    return shown.get(publishedId)
  }
  const among = (found: Iterable<LakeDocument>): LakeDocument[] =>
    unique([...found].map(({_id}) => publishedIdOf(_id))).flatMap((id) => get(id) ?? [])
  return {
    all: () => among(documents.all()),
    get,
    byType: (type) => among(documents.byType(type)).filter((document) => document._type === type),
    referencing: (ids) => {
      const holders = unique(ids.flatMap((id) => [...documents.referencing(id)]))
      return among(holders).filter((document) => {
        const copy = document._originalId
        return holders.some(({_id}) => _id === copy)
      })
    },
  }
}

function nearest(
  documents: DocumentSet,
  layers: readonly ((id: string) => string)[],
  publishedId: string,
): LakeDocument | undefined {
  for (const layer of layers) {
    const copy = documents.get(layer(publishedId))
    if (copy) return {...copy, _id: publishedId, _originalId: copy._id}
  }
  const published = documents.get(publishedId)
  if (!published || isDraftId(publishedId) || isVersionId(publishedId)) return undefined
  return {...published, _originalId: publishedId}
}
