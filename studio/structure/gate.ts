import {ArchiveIcon} from '@sanity/icons/Archive'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {LaunchIcon} from '@sanity/icons/Launch'
import {LockIcon} from '@sanity/icons/Lock'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {API_VERSION} from '../../schemas/apiVersion.ts'
import {documentChild} from './documentChild.ts'
import {IncidentsDoor} from './IncidentsDoor.tsx'
import {kindOf} from './kindOf.ts'
import {livePane} from './livePane.ts'
import {observeReading} from '../observeReading.ts'
import {typeItem} from './typeItem.ts'
import {wordsPane} from './wordsPane.ts'

/** What the gate writes; nobody else writes any of it. */
const RECORDS = [
  {
    type: 'review',
    icon: CheckmarkCircleIcon,
    none: 'Nobody has signed anything yet. Reviews shows each reviewer what waits.',
  },
  {
    type: 'snapshot',
    icon: ArchiveIcon,
    none: 'Nothing was kept yet. A snapshot is written with every signature.',
  },
  {
    type: 'seal',
    icon: LockIcon,
    none: 'Nothing was sealed yet. A seal is written when something aligned is published.',
  },
  {
    type: 'incident',
    icon: WarningOutlineIcon,
    none: 'No incident: nothing was ever published past the gate.',
  },
]

/** People and what they may sign, and the gate's records, to be read only: for those who administer the dataset. */
export function gateItem(S: StructureBuilder): ListItemBuilder {
  const title = 'Gate'
  return S.listItem()
    .id('gate')
    .title(title)
    .icon(LockIcon)
    .child(
      S.list()
        .id('gate')
        .title(title)
        .items([
          typeItem(S, 'person').title('People, and what they may sign'),
          S.divider().title('Records, to be read only'),
          ...RECORDS.map((record) => recordItem(S, record)),
          S.divider(),
          S.listItem()
            .id('openIncidents')
            .title('What to do about incidents')
            .icon(LaunchIcon)
            .child(S.component(IncidentsDoor).id('openIncidents').title('Incidents')),
        ]),
    )
}

function recordItem(
  S: StructureBuilder,
  {type, icon, none}: (typeof RECORDS)[number],
): ListItemBuilder {
  const {title, ordering} = kindOf(S, type)
  const client = S.context.getClient({apiVersion: API_VERSION})
  const records = S.documentList()
    .id(type)
    .title(title)
    .schemaType(type)
    .apiVersion(API_VERSION)
    .filter('_type == $type')
    .params({type})
    .defaultOrdering(ordering)
    .child(documentChild(S, type))
    .initialValueTemplates([])
  const pane = livePane(S, {
    id: type,
    title,
    read: observeReading(client, {query: '*[_type == $type]', params: {type}}, () =>
      client.fetch<boolean>('count(*[_type == $type][0...1]) > 0', {type}),
    ),
    build: (isAny) => (isAny ? records : wordsPane(S, {id: type, title, text: none, type})),
  })
  return S.listItem().id(type).title(title).icon(icon).child(pane)
}
