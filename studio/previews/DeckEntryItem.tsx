import {Box, Flex, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import type {ObjectItemProps} from 'sanity'

const NUMBER = {width: '2em'}

/** A slide in the order of its deck, with the number at which it is shown; moved as the Studio moves rows, by mouse and keyboard. */
export function DeckEntryItem(props: ObjectItemProps): ReactElement {
  return (
    <Flex align="center">
      <Box flex="none" paddingLeft={2} style={NUMBER}>
        <Text align="right" data-testid="slide-number" muted size={1} weight="medium">
          {props.index + 1}
        </Text>
      </Box>
      <Box flex={1} style={{minWidth: 0}}>
        {props.renderDefault(props)}
      </Box>
    </Flex>
  )
}
