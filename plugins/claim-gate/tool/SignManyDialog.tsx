import {Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {ConfirmDialog} from '../dialogs/ConfirmDialog.tsx'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateModel} from '../model/gateModel.ts'
import {useSignMany, type AskedMany} from './useSignMany.ts'

interface SignManyDialogProps {
  model: GateModel
  request: AskedMany
  signerName: string
  onClose: () => void
}

/** The deliberate step before many signatures, how far they are, and what was not signed. */
export function SignManyDialog(props: SignManyDialogProps): ReactElement {
  const {model, request, signerName, onClose} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {state, sign} = useSignMany(model, request, onClose)
  const options = model.options.roles[request.role]
  const role = options?.title ?? request.role
  const isWorking = state.status === 'working'
  const isChecking = state.status === 'checking'
  return (
    <ConfirmDialog
      action={state.status === 'refused' ? undefined : t('sign.confirm.approve.button')}
      header={t('sign.confirm.title', {role})}
      onClose={onClose}
      onConfirm={sign}
      holds={isWorking}
      pending={isWorking || isChecking}
    >
      <Text size={1}>
        {t('reviews.confirm', {
          count: request.documents.length,
          meaning: options?.meaning ?? role,
          name: signerName,
        })}
      </Text>
      {isChecking && (
        <Text as="output" size={1}>
          {t('reviews.checking', {done: state.done, of: request.documents.length})}
        </Text>
      )}
      {isWorking && (
        <Text as="output" size={1}>
          {t('reviews.progress', {done: state.done, of: request.documents.length})}
        </Text>
      )}
      {state.status === 'refused' && (
        <Stack gap={3}>
          <Text as="output" size={1} weight="medium">
            {t('reviews.refused', {count: state.refused.length})}
          </Text>
          {state.refused.map(({subject, reason}) => (
            <Refused key={subject} id={subject} text={t(`sign.refused.${reason}`)} />
          ))}
        </Stack>
      )}
    </ConfirmDialog>
  )
}

function Refused({id, text}: {id: string; text: string}): ReactElement {
  const title = useDocumentTitle(id)
  return (
    <Text size={1}>
      {title}: {text}
    </Text>
  )
}
