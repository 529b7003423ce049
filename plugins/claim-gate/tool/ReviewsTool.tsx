import {Card, Stack, Text} from '@sanity/ui'
import {useCallback, useState, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {messageOf} from '../explain/messageOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {useSigner} from '../inspector/useSigner.ts'
import {Unreadable} from '../inspector/Unreadable.tsx'
import type {GateModel} from '../model/gateModel.ts'
import type {Signer} from '../reviewing/signerOf.ts'
import {OwnWork} from './OwnWork.tsx'
import {SignManyDialog} from './SignManyDialog.tsx'
import type {AskedMany} from './useSignMany.ts'
import {Reading, ToolPage} from './ToolPage.tsx'
import {useWaiting, type WaitingHere} from './useWaiting.ts'
import {WaitingGroupCard} from './WaitingGroupCard.tsx'

/** Everything that waits for one person, by the change that caused it. */
export function ReviewsTool({model}: {model: GateModel}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const state = useSigner(model)
  return (
    <ToolPage text={t('reviews.text')} title={t('reviews.title')}>
      {state.status === 'loading' && <Reading text={t('reviews.loading')} />}
      {state.status === 'error' && (
        <Unreadable
          retry={state.retry}
          text={messageOf(state.error)}
          title={t('sign.signer-unknown')}
        />
      )}
      {state.status === 'ready' &&
        (state.signer && state.signer.roles.length > 0 ? (
          <Waiting model={model} signer={state.signer} />
        ) : (
          <Text size={1}>{t(state.signer ? 'sign.no-roles' : 'sign.nobody')}</Text>
        ))}
    </ToolPage>
  )
}

function Waiting({model, signer}: {model: GateModel; signer: Signer}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const state = useWaiting(model, signer)
  // Fixed when it is asked for: what moves behind the dialog must be refused, not signed.
  const [request, setRequest] = useState<AskedMany>()
  const close = useCallback(() => setRequest(undefined), [])
  return (
    <Stack gap={5}>
      {state.status === 'loading' && <Reading text={t('reviews.loading')} />}
      {state.status === 'error' && (
        <Unreadable retry={state.retry} text={messageOf(state.error)} title={t('reviews.error')} />
      )}
      {state.status === 'ready' && (
        <Work {...state.value} model={model} onAsk={setRequest} signer={signer} />
      )}
      {request && (
        // Whatever becomes of the list behind it: what is being signed is told here.
        <SignManyDialog model={model} onClose={close} request={request} signerName={signer.name} />
      )}
    </Stack>
  )
}

interface WorkProps extends WaitingHere {
  model: GateModel
  signer: Signer
  onAsk: (request: AskedMany) => void
}

function Work({work, open, model, signer, onAsk}: WorkProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {groups, own} = work
  if (groups.length === 0 && own.length === 0) {
    return (
      <Card border padding={5} radius={2} tone="positive">
        <Text size={1}>{t('reviews.none')}</Text>
      </Card>
    )
  }
  return (
    <Stack gap={5}>
      {groups.map((group) => (
        <WaitingGroupCard
          group={group}
          checkpoint={open.find(({_id}) => _id === group.basis)}
          key={`${group.basis} ${group.source} ${group.before}`}
          model={model}
          onAsk={onAsk}
          signer={signer}
        />
      ))}
      <OwnWork documents={own} model={model} open={open} />
    </Stack>
  )
}
