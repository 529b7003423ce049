import {Box, Button, Dialog, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useId, useState, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
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
  const [dialogId, commentId] = [useId(), useId()]
  const [role, setRole] = useState(roles[0] ?? '')
  const [comment, setComment] = useState('')
  const confirm = (): void => {
    // What was typed stays where nothing came of it.
    void recallIt({subject: id, account, role, comment}).then((done) => done && onClose())
  }
  return (
    <Dialog header={t('recall.title')} id={dialogId} onClose={onClose} width={0}>
      <Box padding={4}>
        <Stack gap={5}>
          <Text size={1}>{t('recall.text')}</Text>
          {roles.length > 1 && (
            <RolePicker model={model} onChoose={setRole} role={role} roles={roles} />
          )}
          <Stack gap={3}>
            <Text as="label" htmlFor={commentId} size={1} weight="medium">
              {t('recall.comment')}
            </Text>
            <TextArea
              fontSize={1}
              id={commentId}
              onChange={(event) => setComment(event.currentTarget.value)}
              rows={3}
              value={comment}
            />
          </Stack>
          <Flex gap={2} justify="flex-end">
            <Button
              disabled={pending}
              mode="bleed"
              onClick={onClose}
              text={t('sign.confirm.cancel')}
            />
            <Button
              disabled={comment.trim() === ''}
              loading={pending}
              onClick={confirm}
              text={t('recall.confirm')}
              tone="critical"
            />
          </Flex>
        </Stack>
      </Box>
    </Dialog>
  )
}
