import {Flex, Spinner, Text} from '@sanity/ui'
import type {ReactElement} from 'react'

/** That something goes on, and how far it is; said to who cannot see it turn as well. */
export function Progress({text}: {text: string}): ReactElement {
  return (
    <Flex align="center" gap={3}>
      <Spinner muted />
      <Text as="output" muted size={1}>
        {text}
      </Text>
    </Flex>
  )
}
