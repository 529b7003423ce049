import {Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import type {LeftOut} from '../../importing/deck/importedDeck.ts'
import {leftOutWords} from './leftOutWords.ts'
import {PLAIN_LIST} from '../../../plugins/claim-gate/explain/plainList.ts'
import {useWords} from './useWords.ts'

/** What of a slide no draft will hold; nothing where it holds all. */
export function LeftOutList({leftOut}: {leftOut: readonly LeftOut[]}): ReactElement | null {
  const t = useWords()
  const lines = [...new Set(leftOut.map((each) => leftOutWords(t, each)))]
  if (lines.length === 0) return null
  return (
    <Stack gap={2}>
      <Text muted size={1} weight="medium">
        {t('slide.left-out')}
      </Text>
      <Stack as="ul" gap={2} padding={0} style={PLAIN_LIST}>
        {lines.map((line) => (
          <Text as="li" key={line} muted size={1}>
            {line}
          </Text>
        ))}
      </Stack>
    </Stack>
  )
}
