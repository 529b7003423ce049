import {Box, Container, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import type {ReactElement, ReactNode} from 'react'

/** A tool of the gate: what it shows, in a sentence, and then that. */
export function ToolPage({
  title,
  text,
  children,
}: {
  title: string
  text: ReactNode
  children: ReactNode
}): ReactElement {
  return (
    <Box data-testid="tool-page" height="fill" overflow="auto">
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
