import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import type {ReactElement, ReactNode} from 'react'
import {focusOnce} from './focusOnce.ts'

interface NoticeProps {
  title: string
  tone: 'caution' | 'critical' | 'positive'
  children: ReactNode
}

const ICONS = {
  caution: <WarningOutlineIcon />,
  critical: <ErrorOutlineIcon />,
  positive: <CheckmarkCircleIcon />,
}

/** What came of something that a person started; the keyboard goes there. */
export function Notice({title, tone, children}: NoticeProps): ReactElement {
  return (
    <Card
      border
      padding={4}
      radius={2}
      ref={focusOnce}
      role={tone === 'positive' ? 'status' : 'alert'}
      tabIndex={-1}
      tone={tone}
    >
      <Flex gap={3}>
        <Text size={1}>{ICONS[tone]}</Text>
        <Stack flex={1} gap={4}>
          <Text as="h2" size={1} weight="semibold">
            {title}
          </Text>
          {children}
        </Stack>
      </Flex>
    </Card>
  )
}
