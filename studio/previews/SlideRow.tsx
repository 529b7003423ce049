import {Box, Flex, Stack, Text} from '@sanity/ui'
import {isValidElement, type ReactElement} from 'react'
import type {PreviewProps} from 'sanity'
import {nodeOf} from './nodeOf.tsx'

const THUMBNAIL = {width: 112}

/** A slide where it is referred to: small, as it looks, with its words beside it. */
export function SlideRow(props: PreviewProps): ReactElement {
  const {title, subtitle, description, media, status, children, layout, isPlaceholder} = props
  const isRow = layout === undefined || layout === 'default' || layout === 'detail'
  if (!isRow || isPlaceholder || !isValidElement(media)) return props.renderDefault(props)
  return (
    <Flex align="center" data-testid="slide-row" gap={3} padding={2}>
      <Box flex="none" style={THUMBNAIL}>
        {media}
      </Box>
      <Stack flex={1} gap={2}>
        <Text size={1} textOverflow="ellipsis" weight="medium">
          {nodeOf(title)}
        </Text>
        {description && (
          <Text muted size={1} textOverflow="ellipsis">
            {nodeOf(description)}
          </Text>
        )}
        <Text muted size={1} textOverflow="ellipsis">
          {nodeOf(subtitle)}
        </Text>
      </Stack>
      {nodeOf(status)}
      {children}
    </Flex>
  )
}
