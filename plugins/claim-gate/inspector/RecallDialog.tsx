import {Text} from '@sanity/ui'
import {useState, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {ConfirmDialog} from '../dialogs/ConfirmDialog.tsx'
import {TextField} from '../dialogs/TextField.tsx'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateModel} from '../model/gateModel.ts'
import {RolePicker} from './RolePicker.tsx'
import {useRecall} from './useRecall.ts'

interface RecallDialogProps {
  model: GateModel
  /** Published id. */
  id: string
  account: string
  roles: readonly string[]
  onClose: () => void
}

/** Says what a recall does before it is done, and asks why. */
export function RecallDialog({
  model,
  id,
  account,
  roles,
  onClose,
}: RecallDialogProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {pending, recallIt} = useRecall(model)
  const [role, setRole] = useState(roles[0] ?? '')
  const [comment, setComment] = useState('')
  const confirm = (): void => {
    // What was typed stays where nothing came of it.
    void recallIt({subject: id, account, role, comment}).then((done) => done && onClose())
  }
  return (
    <ConfirmDialog
      action={t('recall.confirm')}
      disabled={comment.trim() === ''}
      header={t('recall.title')}
      onClose={onClose}
      onConfirm={confirm}
      pending={pending}
    >
      <Text size={1}>{t('recall.text')}</Text>
      {roles.length > 1 && (
        <RolePicker model={model} onChoose={setRole} role={role} roles={roles} />
      )}
      <TextField label={t('recall.comment')} onChange={setComment} rows={3} value={comment} />
    </ConfirmDialog>
  )
}
