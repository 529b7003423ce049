import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useDateTimeFormat, useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {World} from '../verdict/worldState.ts'
import {useDelivered} from './useDelivered.ts'

interface DeliveredNowProps {
  id: string
  world: World
  hasDraft: boolean
}

/** Whether a portal gets the published copy at this moment, as its own query answers. */
export function DeliveredNow({id, world, hasDraft}: DeliveredNowProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const delivered = useDelivered(id, world)
  const format = useDateTimeFormat({dateStyle: 'medium', timeZone: 'UTC'})
  const yes = delivered.status === 'yes'
  const details = yes
    ? [
        t('delivered.code', {code: delivered.code}),
        ...(delivered.validUntil
          ? [t('delivered.until', {date: format.format(new Date(delivered.validUntil))})]
          : []),
      ]
    : []
  return (
    <Card
      border
      padding={3}
      radius={2}
      data-testid="delivered-now"
      data-delivered={delivered.status}
    >
      <Stack gap={3}>
        <Flex align="center" gap={3} justify="space-between">
          <Text size={1} weight="medium">
            {t('delivered.label')}
          </Text>
          <Card
            padding={1}
            radius={2}
            tone={yes ? 'positive' : delivered.status === 'no' ? 'caution' : 'default'}
          >
            <Flex align="center" gap={2}>
              <Text size={1}>{yes ? <CheckmarkCircleIcon /> : <CloseCircleIcon />}</Text>
              <Text size={1} weight="medium">
                {answer(delivered.status, t)}
              </Text>
            </Flex>
          </Card>
        </Flex>
        {details.length > 0 && (
          <Text muted size={1}>
            {details.join(' · ')}
          </Text>
        )}
        {hasDraft && (
          <Text muted size={1}>
            {t('delivered.draft')}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

function answer(status: 'asking' | 'no' | 'yes' | 'error', t: (key: string) => string): string {
  switch (status) {
    case 'yes':
      return t('delivered.yes')
    case 'no':
      return t('delivered.no')
    case 'asking':
      return t('delivered.unknown')
    case 'error':
      return t('delivered.error')
    default:
      return status satisfies never
  }
}
