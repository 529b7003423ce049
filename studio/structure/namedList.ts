import type {DocumentListBuilder, StructureBuilder} from 'sanity/structure'
import {API_VERSION} from '../../schemas/apiVersion.ts'
import {documentChild} from './documentChild.ts'
import {filterFor} from './fitting.ts'
import {kindOf} from './kindOf.ts'

interface NamedList {
  id: string
  title: string
  type: string
  /** Published ids. */
  ids: readonly string[]
  /** All others of the type, where they are known. */
  others?: readonly string[]
}

/** The documents of a type that are named; nothing new is made here, because it would not be among them. */
export function namedList(
  S: StructureBuilder,
  {id, title, type, ids, others}: NamedList,
): DocumentListBuilder {
  const {filter, named, count} = filterFor(ids, others)
  const {ordering, layout} = kindOf(S, type)
  return S.documentList()
    .id(id)
    .title(count === ids.length ? title : `${title} (${count} of ${ids.length})`)
    .schemaType(type)
    .apiVersion(API_VERSION)
    .filter(`_type == $type && ${filter}`)
    .params({type, named})
    .defaultOrdering(ordering)
    .defaultLayout(layout)
    .canHandleIntent(() => false)
    .child(documentChild(S, type))
    .initialValueTemplates([])
}
