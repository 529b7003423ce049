import {Card, Flex, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useDateTimeFormat, useTranslation} from 'sanity'
import {messageOf} from '../explain/messageOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {CheckpointLink} from '../inspector/CheckpointLink.tsx'
import {Unreadable} from '../inspector/Unreadable.tsx'
import type {Checkpoint} from '../model/checkpoint.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {CheckpointVerdict} from '../verdict/judgeCheckpoint.ts'
import {CheckpointStanding} from './CheckpointStanding.tsx'
import {PLAIN_LIST} from '../explain/plainList.ts'
import {Reading, ToolPage} from './ToolPage.tsx'
import {useCheckpoints} from './useCheckpoints.ts'

/** What is open, with where it stands, and beneath it what was closed. */
export function CheckpointList({model}: {model: GateModel}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <ToolPage text={t('checkpoints.text')} title={t('checkpoints.title')}>
      <Checkpoints model={model} />
    </ToolPage>
  )
}

function Checkpoints({model}: {model: GateModel}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const state = useCheckpoints(model)
  if (state.status === 'loading') return <Reading text={t('checkpoints.loading')} />
  if (state.status === 'error')
    return (
      <Unreadable
        retry={state.retry}
        text={messageOf(state.error)}
        title={t('checkpoints.error')}
      />
    )
  const {open, closed} = state.value
  return (
    <Stack gap={5}>
      {open.length === 0 ? (
        <Card border padding={5} radius={2}>
          <Text size={1}>{t('checkpoints.none')}</Text>
        </Card>
      ) : (
        <Stack as="ul" data-testid="open-checkpoints" gap={4} padding={0} style={PLAIN_LIST}>
          {open.map(({checkpoint, verdict}) => (
            <li key={checkpoint._id}>
              <OpenRow checkpoint={checkpoint} verdict={verdict} />
            </li>
          ))}
        </Stack>
      )}
      {closed.length > 0 && (
        <Card border padding={4} radius={2}>
          <Stack gap={4}>
            <Text as="h2" size={1} weight="semibold">
              {t('checkpoints.closed', {count: closed.length})}
            </Text>
            <Stack as="ul" data-testid="closed-checkpoints" gap={4} padding={0} style={PLAIN_LIST}>
              {closed.map((checkpoint) => (
                <li key={checkpoint._id}>
                  <ClosedRow checkpoint={checkpoint} />
                </li>
              ))}
            </Stack>
          </Stack>
        </Card>
      )}
    </Stack>
  )
}

function OpenRow({
  checkpoint,
  verdict,
}: {
  checkpoint: Checkpoint
  verdict: CheckpointVerdict
}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <Card border padding={4} radius={2}>
      <Flex align="center" gap={4} justify="space-between" wrap="wrap">
        <Stack gap={3}>
          <Text size={1} weight="medium">
            <CheckpointLink checkpoint={checkpoint} />
          </Text>
          <Text muted size={1}>
            {t(`checkpoint.kind.${checkpoint.kind}`)}
          </Text>
        </Stack>
        <CheckpointStanding verdict={verdict} />
      </Flex>
    </Card>
  )
}

function ClosedRow({checkpoint}: {checkpoint: Checkpoint}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'short'})
  const {closedAt, outcome} = checkpoint
  return (
    <Stack gap={2}>
      <Text size={1} weight="medium">
        <CheckpointLink checkpoint={checkpoint} />
      </Text>
      {outcome && closedAt && (
        <Text muted size={1}>
          {t(`checkpoints.outcome.${outcome}`, {date: format.format(new Date(closedAt))})}
        </Text>
      )}
    </Stack>
  )
}
