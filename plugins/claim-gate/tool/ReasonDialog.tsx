import {Text} from '@sanity/ui'
import {useState, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import type {CheckpointResult} from '../checkpoint/checkpointResult.ts'
import {ConfirmDialog} from '../dialogs/ConfirmDialog.tsx'
import {TextField} from '../dialogs/TextField.tsx'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {useCheckpointAction} from '../inspector/useCheckpointAction.ts'

interface ReasonDialogProps {
  title: string
  text: string
  /** The word on the button. */
  action: string
  onDo: (reason: string) => Promise<CheckpointResult>
  onClose: () => void
}

/** Says what will come of it, and asks why, before anything is taken out, set aside or given up. */
export function ReasonDialog(props: ReasonDialogProps): ReactElement {
  const {title, text, action, onDo, onClose} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {pending, run} = useCheckpointAction()
  const [reason, setReason] = useState('')
  return (
    <ConfirmDialog
      action={action}
      disabled={reason.trim() === ''}
      header={title}
      onClose={onClose}
      onConfirm={() => void run(() => onDo(reason)).then((done) => done !== undefined && onClose())}
      pending={pending}
    >
      <Text size={1}>{text}</Text>
      <TextField label={t('checkpoint.reason')} onChange={setReason} rows={3} value={reason} />
    </ConfirmDialog>
  )
}
