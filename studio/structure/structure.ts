import {BookIcon} from '@sanity/icons/Book'
import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {CaseIcon} from '@sanity/icons/Case'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {CommentIcon} from '@sanity/icons/Comment'
import {DiamondIcon} from '@sanity/icons/Diamond'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {PackageIcon} from '@sanity/icons/Package'
import {PlayIcon} from '@sanity/icons/Play'
import {PresentationIcon} from '@sanity/icons/Presentation'
import {ProjectsIcon} from '@sanity/icons/Projects'
import {RocketIcon} from '@sanity/icons/Rocket'
import {TagIcon} from '@sanity/icons/Tag'
import {TaskIcon} from '@sanity/icons/Task'
import {TiersIcon} from '@sanity/icons/Tiers'
import {UsersIcon} from '@sanity/icons/Users'
import type {ListItemBuilder, StructureBuilder, StructureResolver} from 'sanity/structure'

/** Sources above, what rests on them below, the launch and its people last; the gate's own documents have no list. */
export const structure: StructureResolver = (S) =>
  S.list()
    .title('Throughline')
    .items([
      S.divider().title('Messaging platform'),
      ...platform(S),
      S.divider().title('Content'),
      sorted(S, 'deck', 'Decks', 'title').icon(ProjectsIcon),
      sorted(S, 'deckSlide', 'Deck slides', 'materialCode').icon(PresentationIcon),
      sorted(S, 'leaveBehind', 'Leave-behinds', 'title').icon(DocumentTextIcon),
      sorted(S, 'vacKit', 'VAC kits', 'title').icon(CaseIcon),
      S.divider().title('Training'),
      sorted(S, 'lmsModule', 'LMS modules', 'title').icon(PlayIcon),
      sorted(S, 'coachingRubric', 'Coaching rubrics', 'title').icon(TaskIcon),
      S.divider().title('Launch'),
      sorted(S, 'launch', 'Launches', 'launchDate').icon(RocketIcon),
      sorted(S, 'brief', 'Briefs', '_createdAt').icon(ClipboardIcon),
      sorted(S, 'person', 'People', 'name').icon(UsersIcon),
    ])

/** The message from the whole down to what it rests on. */
function platform(S: StructureBuilder): ListItemBuilder[] {
  return [
    sorted(S, 'messagingPlatform', 'Messaging platforms', 'title').icon(TiersIcon),
    sorted(S, 'valueProposition', 'Value propositions', 'audience').icon(DiamondIcon),
    sorted(S, 'claim', 'Claims', 'code').icon(BulbOutlineIcon),
    sorted(S, 'proofPoint', 'Proof points', 'headline').icon(CheckmarkCircleIcon),
    sorted(S, 'objectionResponse', 'Objection responses', 'persona').icon(CommentIcon),
    sorted(S, 'evidence', 'Evidence', 'title').icon(BookIcon),
    sorted(S, 'indication', 'Indications', 'condition').icon(TagIcon),
    sorted(S, 'product', 'Products', 'name').icon(PackageIcon),
  ]
}

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
