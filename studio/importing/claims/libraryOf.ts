import {publishedIdOf} from '../../../plugins/claim-gate/model/documentIds.ts'
import {isRecord, textAt} from '../../../plugins/claim-gate/model/record.ts'
import type {ClaimCopies, Library, Source, SourceType, Stored} from './library.ts'

/** What was read of a dataset. */
export interface Read {
  claims: readonly Stored[]
  sources: readonly Stored[]
  takenIds: readonly string[]
}

/** Puts the copies of each document together. */
export function libraryOf({claims, sources, takenIds}: Read): Library {
  return {
    claims: byPublishedId(claims).map(copiesOf),
    sources: byPublishedId(sources).flatMap(sourceOf),
    takenIds: [...new Set(takenIds.map(publishedIdOf))],
  }
}

const byPublishedId = (documents: readonly Stored[]): [string, Stored[]][] => [
  ...Map.groupBy(documents, ({_id}) => publishedIdOf(_id)),
]

function copiesOf([id, copies]: [string, Stored[]]): ClaimCopies {
  const draft = copies.find(({_id}) => _id.startsWith('drafts.'))
  const published = copies.find(({_id}) => _id === id)
  return {
    id,
    ...(draft ? {draft} : {}),
    ...(published ? {published} : {}),
    versions: copies.filter((each) => each !== draft && each !== published),
  }
}

function sourceOf([id, copies]: [string, Stored[]]): Source[] {
  const published = copies.find(({_id}) => _id === id)
  const copy = published ?? copies[0]
  if (copy === undefined || !isSourceType(copy._type)) return []
  const names = copies.flatMap(namesOf)
  return [
    {
      id,
      type: copy._type,
      title: namesOf(copy)[0] ?? id,
      names: [id, ...names],
      isPublished: published !== undefined,
      isRetracted: copies.some(({status}) => status === 'retracted'),
    },
  ]
}

const isSourceType = (type: string): type is SourceType =>
  ['product', 'indication', 'evidence'].includes(type)

/** As people call it, the most usual first. */
function namesOf(document: Stored): string[] {
  const text = (key: string): string => textAt(document, key)?.trim() ?? ''
  const citation = isRecord(document.citation) ? document.citation : {}
  const period = [text('population'), text('condition')].filter((part) => part !== '').join(', ')
  const names = [
    text('title'),
    text('name'),
    period,
    text('condition'),
    text('statement'),
    ...['title', 'doi', 'documentNumber'].map((key) => textAt(citation, key)?.trim() ?? ''),
  ]
  return names.filter((name) => name !== '')
}
