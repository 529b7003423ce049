import {ArchiveIcon} from '@sanity/icons/Archive'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {kindOf, kindsOf} from './kindOf.ts'
import {stateItems} from './stateItems.ts'
import {typeItem, typeList} from './typeItem.ts'
import {
  CONTENT_TYPES,
  FIELD_TYPES,
  GATED_TYPES,
  LAUNCH_TYPES,
  PLATFORM_TYPES,
  TRAINING_TYPES,
} from './typeNames.ts'

/** Everything that people write, by type; what the gate holds also by where it stands. */
export function libraryItem(S: StructureBuilder): ListItemBuilder {
  const title = 'Library'
  return S.listItem()
    .id('library')
    .title(title)
    .icon(ArchiveIcon)
    .child(
      S.list()
        .id('library')
        .title(title)
        .items([
          ...shelf(S, 'Content', CONTENT_TYPES),
          ...shelf(S, 'Training', TRAINING_TYPES),
          ...shelf(S, 'Field', FIELD_TYPES),
          ...shelf(S, 'Messaging platform', PLATFORM_TYPES),
          ...shelf(S, 'Launches and people', LAUNCH_TYPES),
        ]),
    )
}

function shelf(
  S: StructureBuilder,
  title: string,
  types: readonly string[],
): (ReturnType<StructureBuilder['divider']> | ListItemBuilder)[] {
  const kinds = kindsOf(S, types)
  if (kinds.length === 0) return []
  return [
    S.divider().title(title),
    ...kinds.map(({type}) => (GATED_TYPES.includes(type) ? gatedItem(S, type) : typeItem(S, type))),
  ]
}

function gatedItem(S: StructureBuilder, type: string): ListItemBuilder {
  const {title, icon} = kindOf(S, type)
  return S.listItem()
    .id(type)
    .title(title)
    .icon(icon)
    .child(
      S.list()
        .id(type)
        .title(title)
        .items([
          S.listItem().id('all').title('All').icon(icon).child(typeList(S, type)),
          S.divider(),
          ...stateItems(S, type),
        ]),
    )
}
