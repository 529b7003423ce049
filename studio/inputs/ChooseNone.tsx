import {Button, Flex} from '@sanity/ui'
import type {ReactElement} from 'react'

/** Takes back what was picked among choices that have no choice for none. */
export function ChooseNone({onClick}: {onClick: () => void}): ReactElement {
  return (
    <Flex>
      <Button fontSize={1} mode="bleed" onClick={onClick} padding={2} text="Choose none" />
    </Flex>
  )
}
