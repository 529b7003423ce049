import {Text} from '@sanity/ui'
import type {ReactElement, ReactNode} from 'react'
import {IntentLink} from 'sanity/router'

/** Leads to a deck in the Studio. */
export function DeckLink({id, children}: {id: string; children: ReactNode}): ReactElement {
  return (
    <Text size={1} weight="medium">
      <IntentLink intent="edit" params={{id, type: 'deck'}}>
        {children}
      </IntentLink>
    </Text>
  )
}
