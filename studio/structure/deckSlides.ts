import type {Observable} from 'rxjs'
import type {CollectionBuilder, StructureBuilder} from 'sanity/structure'
import {API_VERSION} from '../../schemas/apiVersion.ts'
import type {StartingFields} from '../templates/startingFields.ts'
import {documentChild} from './documentChild.ts'
import {livePane} from './livePane.ts'
import {namedList} from './namedList.ts'
import {observeReading} from '../observeReading.ts'
import {wordsPane} from './wordsPane.ts'

interface Deck {
  title: string | null
  slides: string[] | null
}

const QUERY = '*[_id == $deck][0]{title, "slides": slides[].slide._ref}'

/** Opens the slides of a deck of a launch, in the order in which they are shown. */
export type SlidesOf = (deck: string, fields: StartingFields) => Observable<CollectionBuilder>

/** Each deck is listened to once. */
export function createDeckSlides(S: StructureBuilder): SlidesOf {
  const made = new Map<string, Observable<CollectionBuilder>>()
  return (deck, fields) => {
    const key = JSON.stringify([deck, fields])
    const known = made.get(key) ?? slidesPane(S, deck, fields)
    made.set(key, known)
    return known
  }
}

function slidesPane(S: StructureBuilder, deck: string, fields: StartingFields) {
  const client = S.context.getClient({apiVersion: API_VERSION})
  const watched = {query: '*[_id in [$deck, "drafts." + $deck]]', params: {deck}}
  return livePane(S, {
    id: 'slides',
    title: 'Slides',
    read: observeReading(client, watched, () =>
      client.fetch<Deck | null>(QUERY, {deck}, {perspective: 'drafts'}),
    ),
    build: (read): CollectionBuilder => slidesList(S, read, fields),
  })
}

function slidesList(
  S: StructureBuilder,
  read: Deck | null,
  fields: StartingFields,
): CollectionBuilder {
  const ids = read?.slides?.filter((id) => typeof id === 'string') ?? []
  const title = read?.title ?? 'Slides'
  if (ids.length === 0)
    return wordsPane(S, {
      id: 'slides',
      title,
      text: 'The deck has no slides yet: open the deck under Decks and add them there.',
      type: 'deckSlide',
    })
  return (
    namedList(S, {id: 'slides', title, type: 'deckSlide', ids})
      // Internal to the Studio: the order of the ids, which is that of the deck.
      .defaultOrdering([{field: '__orderByIdsParam', direction: 'asc'}])
      .canHandleIntent((intent, {type}) => intent === 'create' && type === 'deckSlide')
      .child(documentChild(S, 'deckSlide', fields))
      .initialValueTemplates([S.initialValueTemplateItem('deckSlide', {fields})])
  )
}
