import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {API_VERSION} from '../../schemas/apiVersion.ts'
import {documentChild} from './documentChild.ts'
import {kindOf} from './kindOf.ts'
import type {LaunchWorld} from './launchWorld.ts'
import {wordsPane} from './wordsPane.ts'

const NONE: Readonly<Record<string, string>> = {
  brief: 'No brief yet. Content and training work from one brief: write it together.',
  deck: 'No deck yet. A deck puts the slides of the launch in order.',
  deckSlide: 'No slide yet. Write a slide on the claims of the messaging platform.',
  leaveBehind: 'No leave-behind yet.',
  vacKit: 'No VAC kit yet.',
  lmsModule: 'No module yet. Build it on the final tools: reps practise with what they will carry.',
  coachingRubric: 'No rubric yet. Write it with marketing, before the first ride-along.',
  deckWalk: 'No deck was walked yet. Walk a deck with a rep, slide by slide.',
  fieldObservation: 'Nothing was observed yet. Write down what was said on a ride-along or a call.',
  completion: 'Nobody has completed a module yet.',
  legacyMaterial: 'No legacy material. Add what reps still carry, to see what it traces back to.',
}

/** The documents of one type that belong to a launch; what is created among them belongs to it as well. */
export function launchList(
  S: StructureBuilder,
  {id: launch, fields, filled}: LaunchWorld,
  type: string,
): ListItemBuilder {
  const {title, icon, ordering, layout} = kindOf(S, type)
  const list = S.documentList()
    .id(type)
    .title(title)
    .schemaType(type)
    .apiVersion(API_VERSION)
    .filter('_type == $type && launch._ref == $launch')
    .params({type, launch})
    .defaultOrdering(ordering)
    .defaultLayout(layout)
    .canHandleIntent((_intent, params) => params.type === type)
    .child(documentChild(S, type, fields))
    // Last: whatever follows would have the Studio put its own templates back.
    .initialValueTemplates([S.initialValueTemplateItem(type, {fields})])
  const text = NONE[type] ?? 'Nothing yet.'
  return S.listItem()
    .id(type)
    .title(title)
    .icon(icon)
    .child(
      filled.includes(type) ? list : wordsPane(S, {id: type, title, text, create: {type, fields}}),
    )
}
