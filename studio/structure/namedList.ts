import type {DocumentListBuilder, StructureBuilder} from 'sanity/structure'
import {API_VERSION} from '../../schemas/apiVersion.ts'
import {documentChild} from './documentChild.ts'
import {fitting} from './fitting.ts'
import {kindOf} from './kindOf.ts'

interface NamedList {
  id: string
  title: string
  type: string
  /** Published ids. */
  ids: readonly string[]
}

/** The documents of a type that are named; nothing new is made here, because it would not be among them. */
export function namedList(
  S: StructureBuilder,
  {id, title, type, ids}: NamedList,
): DocumentListBuilder {
  const shown = fitting(ids)
  const {ordering, layout} = kindOf(S, type)
  return S.documentList()
    .id(id)
    .title(shown.length === ids.length ? title : `${title} (${shown.length} of ${ids.length})`)
    .schemaType(type)
    .apiVersion(API_VERSION)
    .filter('_type == $type && _id in $ids')
    .params({type, ids: shown})
    .defaultOrdering(ordering)
    .defaultLayout(layout)
    .canHandleIntent(() => false)
    .child(documentChild(S, type))
    .initialValueTemplates([])
}
