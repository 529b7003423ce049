import type {DocumentListBuilder, ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {kindOf} from './kindOf.ts'

/** Everything of a type, in the order in which people speak of it, with a plus that makes another. */
export function typeList(S: StructureBuilder, type: string): DocumentListBuilder {
  const {title, ordering, layout} = kindOf(S, type)
  return S.documentTypeList(type).title(title).defaultOrdering(ordering).defaultLayout(layout)
}

/** The door to everything of a type. */
export function typeItem(S: StructureBuilder, type: string): ListItemBuilder {
  const {title, icon} = kindOf(S, type)
  return S.documentTypeListItem(type).title(title).icon(icon).child(typeList(S, type))
}
