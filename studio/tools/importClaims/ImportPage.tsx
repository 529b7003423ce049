import {Box, Container, Heading, Stack, Text} from '@sanity/ui'
import type {ReactElement, ReactNode} from 'react'
import {useWords} from './useWords.ts'

/** What the tool does, in a sentence, and then that. */
export function ImportPage({children}: {children: ReactNode}): ReactElement {
  const t = useWords()
  return (
    <Box data-testid="import-claims" height="fill" overflow="auto">
      <Container padding={5} width={3}>
        <Stack gap={5}>
          <Stack gap={4}>
            <Heading as="h1" size={2}>
              {t('tool.title')}
            </Heading>
            <Text muted size={1}>
              {t('tool.text')}
            </Text>
          </Stack>
          {children}
        </Stack>
      </Container>
    </Box>
  )
}
