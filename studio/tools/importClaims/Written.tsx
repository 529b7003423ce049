import {Button, Flex, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {IntentLink} from 'sanity/router'
import type {ClaimWrite} from '../../importing/claims/buildWrites.ts'
import {Notice} from '../frame/Notice.tsx'
import {PLAIN_LIST} from '../../../plugins/claim-gate/explain/plainList.ts'
import {useWords} from './useWords.ts'

interface WrittenProps {
  claims: readonly Pick<ClaimWrite, 'id' | 'code'>[]
  onLeave: () => void
}

/** What was written, with the way to each claim. */
export function Written({claims, onLeave}: WrittenProps): ReactElement {
  const t = useWords()
  return (
    <Notice title={t('done.title', {count: claims.length})} tone="positive">
      <Text size={1}>{t('done.text')}</Text>
      <Stack
        aria-label={t('done.list')}
        as="ul"
        data-testid="written-claims"
        gap={3}
        padding={0}
        style={PLAIN_LIST}
      >
        {claims.map(({id, code}) => (
          <Text as="li" key={id} size={1} weight="medium">
            <IntentLink intent="edit" params={{id, type: 'claim'}}>
              {code}
            </IntentLink>
          </Text>
        ))}
      </Stack>
      <Flex>
        <Button fontSize={1} mode="ghost" onClick={onLeave} text={t('choose.again')} />
      </Flex>
    </Notice>
  )
}
