import {Flex, Stack, Text} from '@sanity/ui'
import {isValidElement, type ReactElement} from 'react'
import type {PreviewProps} from 'sanity'
import {fieldOf} from '../../schemas/references.ts'
import {useClaims} from '../matching/useClaims.ts'
import {nodeOf} from './nodeOf.tsx'
import {StandingBadge} from './StandingBadge.tsx'

const TWO_LINES = {
  display: '-webkit-box',
  overflow: 'hidden',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
} as const

/** A claim where it is referred to: its words on two lines, and where it stands in a word. */
export function ClaimRow(props: PreviewProps): ReactElement {
  const {title, status, children, media, layout, isPlaceholder} = props
  const claims = useClaims()
  const id = isValidElement(media) ? fieldOf(media.props, 'id') : undefined
  const isRow = layout === undefined || layout === 'default'
  if (!isRow || isPlaceholder || typeof id !== 'string') return props.renderDefault(props)
  const standing = claims.status === 'ready' ? claims.standings.get(id) : undefined
  return (
    <Flex align="center" data-testid="claim-row" gap={3} padding={3}>
      <Stack flex={1} gap={3}>
        <Text size={1} weight="medium">
          <span style={TWO_LINES}>{nodeOf(title)}</span>
        </Text>
        {standing && (
          <Flex>
            <StandingBadge standing={standing} />
          </Flex>
        )}
      </Stack>
      {nodeOf(status)}
      {children}
    </Flex>
  )
}
