import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {RocketIcon} from '@sanity/icons/Rocket'
import {StackCompactIcon} from '@sanity/icons/StackCompact'
import {ThListIcon} from '@sanity/icons/ThList'
import type {ListBuilder, ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {API_VERSION} from '../../schemas/apiVersion.ts'
import {Checkpoints} from './Checkpoints.tsx'
import type {SlidesOf} from './deckSlides.ts'
import {documentChild} from './documentChild.ts'
import {hasField} from './hasField.ts'
import {kindOf, kindsOf} from './kindOf.ts'
import {launchList} from './launchList.ts'
import {launchPlatform} from './launchPlatform.ts'
import type {LaunchWorld} from './launchWorld.ts'
import {CONTENT_TYPES, FIELD_TYPES, TRAINING_TYPES} from './typeNames.ts'
import {wordsPane} from './wordsPane.ts'

/** The launch itself, what both sides agreed on, and then what is made, learnt, let out and heard. */
export function launchPane(
  S: StructureBuilder,
  world: LaunchWorld,
  title: string,
  slidesOf: SlidesOf,
): ListBuilder {
  const lists = (types: readonly string[]) =>
    kindsOf(S, types)
      .filter(({type}) => hasField(S.context.schema.get(type), 'launch'))
      .map(({type}) => launchList(S, world, type))
  const field = lists(FIELD_TYPES)
  const [decks, ...content] = lists(CONTENT_TYPES)
  return S.list()
    .id('world')
    .title(title)
    .items([
      S.listItem()
        .id(world.id)
        .title('The launch itself')
        .icon(RocketIcon)
        .child(documentChild(S, 'launch')),
      briefItem(S, world),
      launchPlatform(S, world),
      checkpointsItem(S, world),
      S.divider().title('Content'),
      ...(decks ? [decks, slidesByDeck(S, world, slidesOf)] : []),
      ...content,
      S.divider().title('Training'),
      ...lists(TRAINING_TYPES),
      ...(field.length > 0 ? [S.divider().title('Field'), ...field] : []),
    ])
}

/** A launch has one brief as a rule: it opens at once. */
function briefItem(S: StructureBuilder, world: LaunchWorld): ListItemBuilder {
  const [brief, ...others] = world.briefs
  if (brief === undefined || others.length > 0) return launchList(S, world, 'brief')
  return S.listItem().id(brief).title('Brief').icon(ClipboardIcon).child(documentChild(S, 'brief'))
}

function checkpointsItem(S: StructureBuilder, {checkpoints}: LaunchWorld): ListItemBuilder {
  const title = 'Checkpoints'
  const text =
    'No checkpoint yet. Open one from a document of the launch: Alignment, “Add to checkpoint”.'
  return S.listItem()
    .id('checkpoints')
    .title(title)
    .icon(StackCompactIcon)
    .child(
      checkpoints.length === 0
        ? wordsPane(S, {id: 'checkpoints', title, text})
        : S.component(Checkpoints).id('checkpoints').title(title).options({lines: checkpoints}),
    )
}

function slidesByDeck(
  S: StructureBuilder,
  {id: launch, fields, filled}: LaunchWorld,
  slidesOf: SlidesOf,
): ListItemBuilder {
  const title = 'Slides, deck by deck'
  const decks = S.documentList()
    .id('slidesByDeck')
    .title(title)
    .schemaType('deck')
    .apiVersion(API_VERSION)
    .filter('_type == "deck" && launch._ref == $launch')
    .params({launch})
    .defaultOrdering(kindOf(S, 'deck').ordering)
    .canHandleIntent(() => false)
    .child((deck) => slidesOf(deck, fields))
    .initialValueTemplates([])
  const text = 'No deck yet: create one under Decks, and its slides are listed here in their order.'
  return S.listItem()
    .id('slidesByDeck')
    .title(title)
    .icon(ThListIcon)
    .child(filled.includes('deck') ? decks : wordsPane(S, {id: 'slidesByDeck', title, text}))
}
