import {TiersIcon} from '@sanity/icons/Tiers'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {documentChild} from './documentChild.ts'
import {kindsOf} from './kindOf.ts'
import type {LaunchWorld} from './launchWorld.ts'
import {namedList} from './namedList.ts'
import {PLATFORM_TYPES} from './typeNames.ts'
import {wordsPane} from './wordsPane.ts'

/** The message of one launch: its platform and what that references, nothing else. */
export function launchPlatform(S: StructureBuilder, {platform}: LaunchWorld): ListItemBuilder {
  const title = 'Messaging platform'
  const item = S.listItem().id('platform').title(title).icon(TiersIcon)
  const [own] = platform.messagingPlatform ?? []
  if (own === undefined)
    return item.child(
      wordsPane(S, {
        id: 'platform',
        title,
        text: 'The launch has no messaging platform yet: choose one in the launch itself.',
      }),
    )
  const rest = kindsOf(S, PLATFORM_TYPES.slice(1)).map(({type, title: name, icon}) => {
    const ids = platform[type] ?? []
    const none = `The platform of this launch names nothing here yet: open the platform and what it rests on, and add it there.`
    return S.listItem()
      .id(type)
      .title(name)
      .icon(icon)
      .child(
        ids.length === 0
          ? wordsPane(S, {id: type, title: name, text: none, type})
          : namedList(S, {id: type, title: name, type, ids}),
      )
  })
  const whole = S.listItem()
    .id(own)
    .title('The platform itself')
    .icon(TiersIcon)
    .child(documentChild(S, 'messagingPlatform'))
  return item.child(
    S.list()
      .id('platform')
      .title(title)
      .items([whole, ...rest]),
  )
}
