import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CircleIcon} from '@sanity/icons/Circle'
import {ClockIcon} from '@sanity/icons/Clock'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeClosedIcon} from '@sanity/icons/EyeClosed'
import type {ComponentType} from 'react'
import {map} from 'rxjs'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {API_VERSION} from '../../schemas/apiVersion.ts'
import {fits} from './fitting.ts'
import {livePane} from './livePane.ts'
import {namedList} from './namedList.ts'
import {DAYS_AHEAD, observeState} from './observeState.ts'
import {STATES, type State} from './states.ts'
import {wordsPane} from './wordsPane.ts'

interface StateWords {
  title: string
  icon: ComponentType
  /** What it means that the list is empty, and what to do. */
  none: string
}

const WORDS: Record<State, StateWords> = {
  inForce: {
    title: 'In force: delivered now',
    icon: CheckmarkCircleIcon,
    none: 'Nothing is in force. A document comes into force when everybody who must sign has signed it and it is published: Alignment, beside the document, says who is missing.',
  },
  ending: {
    title: `In force, but ends within ${DAYS_AHEAD} days`,
    icon: ClockIcon,
    none: `Nothing that is in force ends within ${DAYS_AHEAD} days.`,
  },
  withheld: {
    title: 'Withheld: published, not delivered',
    icon: EyeClosedIcon,
    none: 'Nothing is withheld: everything that is published is delivered.',
  },
  waiting: {
    title: 'Published, with a newer draft',
    icon: EditIcon,
    none: 'No draft waits behind what is published. To change something, open it and type.',
  },
  unpublished: {
    title: 'Only a draft, nothing published',
    icon: CircleIcon,
    none: 'Everything has been published. What is created new appears here until it is published.',
  },
}

/** The documents of a type by what a person asks of them. */
export const stateItems = (S: StructureBuilder, type: string): ListItemBuilder[] =>
  STATES.map((state) => {
    const {title, icon, none} = WORDS[state]
    const client = S.context.getClient({apiVersion: API_VERSION})
    const pane = livePane(S, {
      id: state,
      title,
      // The others count only where these are too many to be named.
      read: observeState(client, type, state).pipe(
        map(({ids, others}) => (fits(ids) ? {ids, others: []} : {ids, others})),
      ),
      build: ({ids, others}) =>
        ids.length === 0
          ? wordsPane(S, {id: state, title, text: none, type})
          : namedList(S, {id: state, title, type, ids, others}),
    })
    return S.listItem().id(state).title(title).icon(icon).child(pane)
  })
