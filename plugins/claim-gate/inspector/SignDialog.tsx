import {Box, Button, Card, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {useCallback, useId, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {SignRequest} from '../reviewing/signRequest.ts'
import {useSign} from './useSign.ts'

interface SignDialogProps {
  model: GateModel
  request: SignRequest
  signerName: string
  onClose: () => void
  onSigned: () => void
}

/** The deliberate step: what the signature says, by whom and on what, before it is given. */
export function SignDialog({
  model,
  request,
  signerName,
  onClose,
  onSigned,
}: SignDialogProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {pending, sign} = useSign(model)
  const id = useId()
  const options = model.options.roles[request.role]
  const role = options?.title ?? request.role
  const approves = request.decision !== 'changesRequested'
  const confirm = useCallback(() => {
    sign(request).then((done) => (done ? onSigned() : onClose()), onClose)
  }, [sign, request, onSigned, onClose])
  return (
    <Dialog header={t('sign.confirm.title', {role})} id={id} onClose={onClose} width={0}>
      <Box padding={4}>
        <Stack gap={5}>
          <Text size={1}>
            {approves
              ? t('sign.confirm.approve.text', {
                  meaning: options?.meaning ?? role,
                  name: signerName,
                  count: request.seen?.pins.length ?? 0,
                })
              : t('sign.confirm.changes.text', {role})}
          </Text>
          {request.comment && (
            <Card border padding={3} radius={2}>
              <Text size={1}>{request.comment}</Text>
            </Card>
          )}
          <Flex gap={2} justify="flex-end">
            <Button
              disabled={pending}
              mode="bleed"
              onClick={onClose}
              text={t('sign.confirm.cancel')}
            />
            <Button
              loading={pending}
              onClick={confirm}
              text={approves ? t('sign.confirm.approve.button') : t('sign.confirm.changes.button')}
              tone={approves ? 'primary' : 'caution'}
            />
          </Flex>
        </Stack>
      </Box>
    </Dialog>
  )
}
