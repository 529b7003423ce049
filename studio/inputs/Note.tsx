import {Text} from '@sanity/ui'
import type {ReactElement} from 'react'

/** What an input has to say where it has nothing to offer. */
export function Note({children}: {children: string}): ReactElement {
  return (
    <Text as="output" muted size={1}>
      {children}
    </Text>
  )
}
