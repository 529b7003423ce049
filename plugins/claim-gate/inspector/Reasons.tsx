import {Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useDateTimeFormat, useTranslation} from 'sanity'
import type {VerdictState} from '../explain/useVerdict.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {Reason} from '../verdict/verdict.ts'
import {ChangeSince} from './ChangeSince.tsx'
import {MemberReason} from './MemberReason.tsx'

type Ready = Extract<VerdictState, {status: 'ready'}>

interface ReasonsProps {
  model: GateModel
  state: Ready
  id: string
  type: string
}

/** Why the document is not aligned: each reason with the way to it and exactly what differs. */
export function Reasons({model, state, id, type}: ReasonsProps): ReactElement | null {
  const {reasons} = state.verdict
  if (reasons.length === 0) return null
  return (
    <Stack gap={5}>
      {reasons.map((reason) => (
        <ReasonView
          id={id}
          key={keyOf(reason)}
          model={model}
          reason={reason}
          state={state}
          type={type}
        />
      ))}
    </Stack>
  )
}

const keyOf = (reason: Reason): string =>
  'path' in reason ? `${reason.kind} ${reason.path.join(' ')}` : reason.kind

function ReasonView({
  model,
  state,
  id,
  type,
  reason,
}: ReasonsProps & {reason: Reason}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'short'})
  const day = (instant: string): string => format.format(new Date(instant))
  const title = (role: string): string => model.options.roles[role]?.title ?? role
  switch (reason.kind) {
    case 'withdrawn':
      return (
        <Stack gap={3}>
          <Sentence>
            {t('reason.withdrawn', {
              name: reason.review.reviewerName,
              date: day(reason.review.signedAt),
            })}
          </Sentence>
          {reason.review.comment && <Text size={1}>“{reason.review.comment}”</Text>}
        </Stack>
      )
    case 'changesRequested': {
      const {reviewerName: name, signedAt, comment} = reason.review
      return (
        <Stack gap={3}>
          <Sentence>
            {t('reason.changesRequested', {name, role: title(reason.role), date: day(signedAt)})}
          </Sentence>
          {comment && <Text size={1}>“{comment}”</Text>}
        </Stack>
      )
    }
    case 'unreviewed':
      return (
        <Sentence>{t('reason.unreviewed', {roles: reason.missing.map(title).join(', ')})}</Sentence>
      )
    case 'rolesMissing':
      return (
        <Sentence>
          {t('reason.rolesMissing', {roles: reason.missing.map(title).join(', ')})}
        </Sentence>
      )
    case 'expired':
      return <Sentence>{t('reason.expired', {date: day(reason.on)})}</Sentence>
    case 'malformedDate':
      return <Sentence>{t('reason.malformedDate', {field: reason.field})}</Sentence>
    case 'waiting':
      return (
        <Sentence>{t('group' in reason ? 'reason.waiting.launch' : 'reason.waiting')}</Sentence>
      )
    case 'changed': {
      const {reviewerName: name, signedAt, fingerprint} = reason.nearest
      return (
        <Stack gap={4}>
          <Sentence>{t('reason.changed', {name, date: day(signedAt)})}</Sentence>
          <ChangeSince
            after={contentOf(model, state.candidate).json}
            before={fingerprint}
            id={id}
          />
        </Stack>
      )
    }
    case 'memberChanged':
    case 'memberNotPinned':
    case 'memberMissing':
    case 'memberNotAligned':
      return <MemberReason model={model} reason={reason} type={type} world={state.world} />
    default:
      return reason satisfies never
  }
}

function Sentence({children}: {children: string}): ReactElement {
  return (
    <Text size={1} weight="medium">
      {children}
    </Text>
  )
}
