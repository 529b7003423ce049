import {TiersIcon} from '@sanity/icons/Tiers'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {kindsOf} from './kindOf.ts'
import {typeItem} from './typeItem.ts'
import {PLATFORM_TYPES} from './typeNames.ts'

/** The whole message, from the platform down to what it rests on. */
export function platformItem(S: StructureBuilder): ListItemBuilder {
  const title = 'Messaging platform'
  return S.listItem()
    .id('platform')
    .title(title)
    .icon(TiersIcon)
    .child(
      S.list()
        .id('platform')
        .title(title)
        .items(kindsOf(S, PLATFORM_TYPES).map(({type}) => typeItem(S, type))),
    )
}
