import {Button, Flex, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {DeckLink} from './DeckLink.tsx'
import {Notice} from '../frame/Notice.tsx'
import {useWords} from './useWords.ts'

interface ImportedProps {
  deckId: string
  count: number
  onLeave: () => void
}

/** What was made of the file, and the way there. */
export function Imported({deckId, count, onLeave}: ImportedProps): ReactElement {
  const t = useWords()
  return (
    <Notice title={t('done.title', {count})} tone="positive">
      <Text size={1}>{t('done.text')}</Text>
      <DeckLink id={deckId}>{t('done.open')}</DeckLink>
      <Flex>
        <Button fontSize={1} mode="ghost" onClick={onLeave} text={t('choose.again')} />
      </Flex>
    </Notice>
  )
}
