import {Card, Flex, Radio, Stack} from '@sanity/ui'
import type {ReactElement, ReactNode} from 'react'

interface RadioCardProps {
  /** The same for all of which one is chosen. */
  group: string
  value: string
  isChosen: boolean
  isReadOnly: boolean
  onChoose: () => void
  children: ReactNode
}

/** One choice of several that takes more than a word to tell. */
export function RadioCard(props: RadioCardProps): ReactElement {
  const {group, value, isChosen, isReadOnly, onChoose, children} = props
  return (
    <Card border padding={3} radius={2} tone={isChosen ? 'primary' : 'default'}>
      <Flex as="label" gap={3}>
        <Radio
          checked={isChosen}
          disabled={isReadOnly}
          name={group}
          onChange={onChoose}
          value={value}
        />
        <Stack flex={1} gap={2}>
          {children}
        </Stack>
      </Flex>
    </Card>
  )
}
