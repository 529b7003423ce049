import {Box, Container, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import type {ReactElement, ReactNode} from 'react'

/** What the keyboard comes to is not hidden behind a bar at the bottom. */
const ABOVE_BAR = {scrollPaddingBottom: 120}

interface ToolPageProps {
  title: string
  text: ReactNode
  children: ReactNode
  testId?: string
  /** Of the container; tables need more than sentences. */
  width?: 2 | 3
}

/** A tool: what it shows, in a sentence, and then that. */
export function ToolPage(props: ToolPageProps): ReactElement {
  const {title, text, children, testId = 'tool-page', width = 2} = props
  return (
    <Box data-testid={testId} height="fill" overflow="auto" style={ABOVE_BAR}>
      <Container padding={5} width={width}>
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

/** Says that something is being read, and how far it is; to who cannot see it turn as well. */
export function Reading({text}: {text: string}): ReactElement {
  return (
    <Flex align="center" gap={3}>
      <Spinner muted />
      <Text as="output" muted size={1}>
        {text}
      </Text>
    </Flex>
  )
}
