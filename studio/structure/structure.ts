import {BookIcon} from '@sanity/icons/Book'
import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {PackageIcon} from '@sanity/icons/Package'
import {PresentationIcon} from '@sanity/icons/Presentation'
import {TagIcon} from '@sanity/icons/Tag'
import {UsersIcon} from '@sanity/icons/Users'
import type {ListItemBuilder, StructureBuilder, StructureResolver} from 'sanity/structure'

/** Sources above, what rests on them below, people last; the gate's own documents have no list. */
export const structure: StructureResolver = (S) =>
  S.list()
    .title('Throughline')
    .items([
      sorted(S, 'claim', 'Claims', 'code').icon(BulbOutlineIcon),
      sorted(S, 'evidence', 'Evidence', 'title').icon(BookIcon),
      sorted(S, 'indication', 'Indications', 'condition').icon(TagIcon),
      sorted(S, 'product', 'Products', 'name').icon(PackageIcon),
      S.divider(),
      sorted(S, 'deckSlide', 'Deck slides', 'materialCode').icon(PresentationIcon),
      S.divider(),
      sorted(S, 'person', 'People', 'name').icon(UsersIcon),
    ])

/** A list in the order in which people speak of its documents, not in that of the last edit. */
function sorted(S: StructureBuilder, type: string, title: string, field: string): ListItemBuilder {
  return S.documentTypeListItem(type)
    .title(title)
    .child(
      S.documentTypeList(type)
        .title(title)
        .defaultOrdering([{field, direction: 'asc'}]),
    )
}
