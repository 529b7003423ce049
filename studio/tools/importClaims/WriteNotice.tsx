import {Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {Notice} from '../frame/Notice.tsx'
import {shortened} from '../../../plugins/claim-gate/explain/shortened.ts'
import {useWords} from './useWords.ts'
import type {WriteState} from './useWriteClaims.ts'

/** Why nothing was written, or may not have been. */
export function WriteNotice({state}: {state: WriteState}): ReactElement | null {
  const t = useWords()
  if (state.status === 'moved')
    return (
      <Notice title={t('write.moved.title')} tone="caution">
        <Stack gap={3}>
          <Text size={1}>{t('write.moved', {codes: shortened(state.codes.join(', '), 200)})}</Text>
          <Text size={1}>{t('write.moved.again')}</Text>
        </Stack>
      </Notice>
    )
  if (state.status === 'failed')
    return (
      <Notice title={t('write.failed.title')} tone="critical">
        <Stack gap={3}>
          <Text size={1}>{shortened(state.message, 500)}</Text>
          <Text size={1}>{t('write.failed.again')}</Text>
        </Stack>
      </Notice>
    )
  return null
}
