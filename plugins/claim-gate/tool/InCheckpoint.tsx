import {Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {CheckpointLink} from '../inspector/CheckpointLink.tsx'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {Checkpoint} from '../model/checkpoint.ts'

/** Says with what something goes out: it is read and signed as it will be then. */
export function InCheckpoint({checkpoint}: {checkpoint: Checkpoint}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <Text muted size={1}>
      {t('checkpoint.goes-out-with')} <CheckpointLink checkpoint={checkpoint} />
    </Text>
  )
}
