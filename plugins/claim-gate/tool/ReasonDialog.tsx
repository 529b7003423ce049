import {Box, Button, Dialog, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useId, useState, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import type {CheckpointResult} from '../checkpoint/checkpointResult.ts'
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
export function ReasonDialog({
  title,
  text,
  action,
  onDo,
  onClose,
}: ReasonDialogProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {pending, run} = useCheckpointAction()
  const [dialogId, reasonId] = [useId(), useId()]
  const [reason, setReason] = useState('')
  return (
    <Dialog header={title} id={dialogId} onClose={onClose} width={0}>
      <Box padding={4}>
        <Stack gap={5}>
          <Text size={1}>{text}</Text>
          <Stack gap={3}>
            <Text as="label" htmlFor={reasonId} size={1} weight="medium">
              {t('checkpoint.reason')}
            </Text>
            <TextArea
              fontSize={1}
              id={reasonId}
              onChange={(event) => setReason(event.currentTarget.value)}
              rows={3}
              value={reason}
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
              disabled={reason.trim() === ''}
              loading={pending}
              onClick={() =>
                void run(() => onDo(reason)).then((done) => done !== undefined && onClose())
              }
              text={action}
              tone="caution"
            />
          </Flex>
        </Stack>
      </Box>
    </Dialog>
  )
}
