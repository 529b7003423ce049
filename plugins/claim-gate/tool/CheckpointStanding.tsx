import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClockIcon} from '@sanity/icons/Clock'
import {Flex, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {CheckpointVerdict} from '../verdict/judgeCheckpoint.ts'

/** Whether a checkpoint can go out, in a word with its icon. */
export function CheckpointStanding({verdict}: {verdict: CheckpointVerdict}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {blockers, members, passes} = verdict
  const hasDrafts = members.some(({isDraft}) => isDraft)
  const text = !passes
    ? t('checkpoint.waits', {count: blockers.length})
    : t(hasDrafts ? 'checkpoint.ready' : 'checkpoint.empty')
  return (
    <Flex align="center" data-testid="checkpoint-standing" gap={2}>
      <Text size={1}>{passes && hasDrafts ? <CheckmarkCircleIcon /> : <ClockIcon />}</Text>
      <Text size={1}>{text}</Text>
    </Flex>
  )
}
