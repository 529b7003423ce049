import {BookIcon} from '@sanity/icons/Book'
import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {PackageIcon} from '@sanity/icons/Package'
import {PresentationIcon} from '@sanity/icons/Presentation'
import {TagIcon} from '@sanity/icons/Tag'
import {UsersIcon} from '@sanity/icons/Users'
import type {StructureResolver} from 'sanity/structure'

/** Sources above, what rests on them below, people last. */
export const structure: StructureResolver = (S) =>
  S.list()
    .title('Throughline')
    .items([
      S.documentTypeListItem('claim').title('Claims').icon(BulbOutlineIcon),
      S.documentTypeListItem('evidence').title('Evidence').icon(BookIcon),
      S.documentTypeListItem('indication').title('Indications').icon(TagIcon),
      S.documentTypeListItem('product').title('Products').icon(PackageIcon),
      S.divider(),
      S.documentTypeListItem('deckSlide').title('Deck slides').icon(PresentationIcon),
      S.divider(),
      S.documentTypeListItem('person').title('People').icon(UsersIcon),
    ])
