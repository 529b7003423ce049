import {RocketIcon} from '@sanity/icons/Rocket'
import type {CollectionBuilder, ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {API_VERSION} from '../../schemas/apiVersion.ts'
import {createDeckSlides} from './deckSlides.ts'
import {documentChild} from './documentChild.ts'
import {kindOf} from './kindOf.ts'
import {launchPane} from './launchPane.ts'
import {observeLaunch} from './launchWorld.ts'
import {livePane} from './livePane.ts'
import {remembered} from './remembered.ts'
import {wordsPane} from './wordsPane.ts'

/** Each launch opens as a small world of its own. */
export function launchesItem(S: StructureBuilder): ListItemBuilder {
  const {title, ordering} = kindOf(S, 'launch')
  const worlds = remembered((id) => worldOf(S, id))
  return S.listItem()
    .id('launches')
    .title(title)
    .icon(RocketIcon)
    .child(
      S.documentList()
        .id('launches')
        .title(title)
        .schemaType('launch')
        .apiVersion(API_VERSION)
        // Not Sanity's own filter of a type: behind each launch is its world, and a link to a launch opens its form.
        .filter('_type == "launch"')
        .defaultOrdering(ordering)
        .canHandleIntent(() => false)
        .child((id, {params}) =>
          params.template === undefined ? worlds(id) : documentChild(S, 'launch')(id),
        ),
    )
}

function worldOf(S: StructureBuilder, id: string) {
  const slidesOf = createDeckSlides(S)
  return livePane(S, {
    id: 'world',
    title: 'Launch',
    read: observeLaunch(S.context.getClient({apiVersion: API_VERSION}), id),
    build: (world): CollectionBuilder =>
      world.title === null
        ? wordsPane(S, {
            id: 'world',
            title: 'Launch',
            text: 'There is no such launch any more. Choose another one on the left.',
          })
        : launchPane(S, world, world.title, slidesOf),
  })
}
