import {Card, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useDateTimeFormat, useTranslation} from 'sanity'
import {shortened} from '../explain/shortened.ts'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {CheckpointEvent} from '../model/checkpoint.ts'
import {PLAIN_LIST} from '../explain/plainList.ts'

/** What people did to a checkpoint, newest first. */
export function CheckpointEvents({events}: {events: readonly CheckpointEvent[]}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <Card border padding={4} radius={2}>
      <Stack gap={4}>
        <Text as="h2" size={1} weight="semibold">
          {t('checkpoint.events')}
        </Text>
        <Stack as="ul" gap={3} padding={0} style={PLAIN_LIST}>
          {events.toReversed().map((event) => (
            <li key={`${event.at} ${event.kind} ${event.doc}`}>
              <EventLine event={event} />
            </li>
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}

function EventLine({event}: {event: CheckpointEvent}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'short'})
  const {kind, doc, name, at, reason = ''} = event
  const title = shortened(useDocumentTitle(doc ?? ''))
  const instant = new Date(at)
  const date = Number.isNaN(instant.getTime()) ? at : format.format(instant)
  return (
    <Text muted size={1}>
      {t(`checkpoint.event.${kind}`, {title, name, date, reason})}
    </Text>
  )
}
