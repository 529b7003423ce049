import {Box, Button, Card, Container, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import type {ReactElement, ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'

/** A tool of the gate: what it shows, in a sentence, and then that. */
export function ToolPage({
  title,
  text,
  children,
}: {
  title: string
  text: string
  children: ReactNode
}): ReactElement {
  return (
    <Box height="fill" overflow="auto">
      <Container padding={5} width={2}>
        <Stack gap={5}>
          <Stack gap={4}>
            <Heading as="h1" size={2}>
              {title}
            </Heading>
            <Text muted size={1}>
              {text}
            </Text>
          </Stack>
          {children}
        </Stack>
      </Container>
    </Box>
  )
}

/** Says that something is being read. */
export function Reading({text}: {text: string}): ReactElement {
  return (
    <Flex align="center" gap={3}>
      <Spinner muted />
      <Text muted size={1}>
        {text}
      </Text>
    </Flex>
  )
}

/** Says that something cannot be read and why, and offers to try again. */
export function Unreadable({
  title,
  error,
  retry,
}: {
  title: string
  error: unknown
  retry: () => void
}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <Card border padding={4} radius={2} role="alert" tone="critical">
      <Stack gap={4}>
        <Text size={1} weight="medium">
          {title}
        </Text>
        <Text size={1}>{error instanceof Error ? error.message : String(error)}</Text>
        <Flex>
          <Button mode="ghost" onClick={retry} text={t('inspector.retry')} />
        </Flex>
      </Stack>
    </Card>
  )
}
