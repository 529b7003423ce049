import {Box, Container, Heading, Stack, Text} from '@sanity/ui'
import type {ReactElement, ReactNode} from 'react'

/** What the keyboard comes to is not hidden behind the bar at the bottom. */
const ABOVE_BAR = {scrollPaddingBottom: 120}

interface ImportPageProps {
  testId: string
  title: string
  /** What the tool does. */
  text: string
  children: ReactNode
}

/** What the tool does, in a sentence, and then that. */
export function ImportPage({testId, title, text, children}: ImportPageProps): ReactElement {
  return (
    <Box data-testid={testId} height="fill" overflow="auto" style={ABOVE_BAR}>
      <Container padding={5} width={3}>
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
