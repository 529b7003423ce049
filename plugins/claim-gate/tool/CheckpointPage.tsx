import {Button, Flex, Stack, Text} from '@sanity/ui'
import {useCallback, useState, type ReactElement} from 'react'
import {useClient, useDateTimeFormat, useTranslation} from 'sanity'
import {StateLink, useRouter} from 'sanity/router'
import {API_VERSION} from '../apiVersion.ts'
import {abandon, takeOver} from '../checkpoint/ownership.ts'
import {messageOf} from '../explain/messageOf.ts'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {Unreadable} from '../inspector/Unreadable.tsx'
import {useActor} from '../inspector/useActor.ts'
import {useCheckpointAction} from '../inspector/useCheckpointAction.ts'
import type {Checkpoint} from '../model/checkpoint.ts'
import type {GateModel} from '../model/gateModel.ts'
import {CheckpointAgreement} from './CheckpointAgreement.tsx'
import {CheckpointBlockers} from './CheckpointBlockers.tsx'
import {CheckpointDependants} from './CheckpointDependants.tsx'
import {CheckpointEvents} from './CheckpointEvents.tsx'
import {CheckpointMembers} from './CheckpointMembers.tsx'
import {CheckpointStanding} from './CheckpointStanding.tsx'
import {PublishCheckpoint} from './PublishCheckpoint.tsx'
import {ReasonDialog} from './ReasonDialog.tsx'
import {Reading, ToolPage} from './ToolPage.tsx'
import {useCheckpoint, type CheckpointState} from './useCheckpoint.ts'

/** One checkpoint: whether it can go out, what it waits for, what is in it and what it touches. */
export function CheckpointPage({model, id}: {model: GateModel; id: string}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const state = useCheckpoint(model, id)
  const title =
    state.status === 'ready' && state.value
      ? state.value.checkpoint.title || t('checkpoint.untitled')
      : t('checkpoints.title')
  return (
    <ToolPage
      text={
        state.status === 'ready' && state.value ? (
          <Facts state={state.value} />
        ) : (
          t('checkpoints.text')
        )
      }
      title={title}
    >
      <Text size={1}>
        <StateLink state={{}}>{t('checkpoints.back')}</StateLink>
      </Text>
      {state.status === 'loading' && <Reading text={t('checkpoints.loading')} />}
      {state.status === 'error' && (
        <Unreadable
          retry={state.retry}
          text={messageOf(state.error)}
          title={t('checkpoints.error')}
        />
      )}
      {state.status === 'ready' &&
        (state.value ? (
          <Page model={model} state={state.value} />
        ) : (
          <Text size={1}>{t('checkpoint.refused.gone')}</Text>
        ))}
    </ToolPage>
  )
}

function Page({model, state}: {model: GateModel; state: CheckpointState}): ReactElement {
  const {checkpoint, verdict, agreement} = state
  const {group, kind} = checkpoint
  const router = useRouter()
  const show = useCallback((id: string) => router.navigate({checkpoint: id}), [router])
  return (
    <Stack gap={5}>
      {verdict && (
        <>
          <Flex align="center" gap={4} justify="space-between" wrap="wrap">
            <CheckpointStanding verdict={verdict} />
            <Buttons model={model} state={state} />
          </Flex>
          <CheckpointBlockers blockers={verdict.blockers} checkpoint={checkpoint} onMerged={show} />
          <CheckpointMembers checkpoint={checkpoint} members={verdict.members} model={model} />
          {kind === 'launch' && group !== undefined && (
            <CheckpointAgreement agreement={agreement} group={group} model={model} />
          )}
          <CheckpointDependants
            checkpoint={checkpoint}
            dependants={verdict.dependants}
            model={model}
          />
        </>
      )}
      <CheckpointEvents events={checkpoint.events} />
    </Stack>
  )
}

/** Kind, launch, who answers for it, until when; how it ended. */
function Facts({state: {checkpoint, owner}}: {state: CheckpointState}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'short'})
  const {kind, group, dueOn, closedAt, outcome} = checkpoint
  const launch = useDocumentTitle(group ?? '')
  const facts = [
    t(`checkpoint.kind.${kind}`),
    ...(group === undefined ? [] : [t('checkpoint.for', {title: launch})]),
    t('checkpoint.owner', {name: owner}),
    ...(dueOn === undefined ? [] : [t('checkpoint.due', {date: dueOn})]),
    ...(outcome && closedAt
      ? [t(`checkpoints.outcome.${outcome}`, {date: format.format(new Date(closedAt))})]
      : []),
  ]
  return <>{facts.join(' · ')}</>
}

function Buttons({model, state}: {model: GateModel; state: CheckpointState}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const client = useClient({apiVersion: API_VERSION})
  const actor = useActor()
  const {pending, run} = useCheckpointAction()
  const [isGivingUp, setGivingUp] = useState(false)
  const close = useCallback(() => setGivingUp(false), [])
  const {checkpoint, verdict}: {checkpoint: Checkpoint} & Pick<CheckpointState, 'verdict'> = state
  const drafts = (verdict?.members ?? []).flatMap(({isDraft, document}) =>
    isDraft ? [document] : [],
  )
  return (
    <Flex align="center" gap={2} wrap="wrap">
      <Button
        disabled={pending}
        fontSize={1}
        mode="bleed"
        onClick={() => setGivingUp(true)}
        text={t('checkpoint.abandon')}
      />
      {checkpoint.owner !== actor.account && (
        <Button
          fontSize={1}
          loading={pending}
          mode="ghost"
          onClick={() => void run(() => takeOver(client, checkpoint._id, actor))}
          text={t('checkpoint.take-over')}
        />
      )}
      <PublishCheckpoint
        checkpoint={checkpoint}
        disabled={verdict?.passes !== true || drafts.length === 0}
        drafts={drafts}
        model={model}
      />
      {isGivingUp && (
        <ReasonDialog
          action={t('checkpoint.abandon.title')}
          onClose={close}
          onDo={(reason) => abandon(client, checkpoint._id, reason, actor)}
          text={t('checkpoint.abandon.text')}
          title={t('checkpoint.abandon.title')}
        />
      )}
    </Flex>
  )
}
