import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'

interface UnreadableProps {
  title: string
  text: string
  retry: () => void
}

/** Says that something cannot be read and why, and offers to try again. */
export function Unreadable({title, text, retry}: UnreadableProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <Card border padding={4} radius={2} role="alert" tone="critical">
      <Stack gap={4}>
        <Text size={1} weight="medium">
          {title}
        </Text>
        <Text size={1}>{text}</Text>
        <Flex>
          <Button mode="ghost" onClick={retry} text={t('inspector.retry')} />
        </Flex>
      </Stack>
    </Card>
  )
}
