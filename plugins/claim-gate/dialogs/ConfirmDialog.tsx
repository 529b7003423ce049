import {Box, Button, Dialog, Flex, Stack, type ButtonTone} from '@sanity/ui'
import {useId, type ReactElement, type ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'

interface ConfirmDialogProps {
  header: string
  children: ReactNode
  /** The word on the button; without one nothing is left to do but to close. */
  action: string | undefined
  tone?: ButtonTone
  /** Something that is asked for was not given yet. */
  disabled?: boolean
  /** It is being done, and cannot be confirmed again. */
  pending: boolean
  /** While it is being done it cannot be left either, as what was not done is told here. */
  holds?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** The deliberate step before anything is written. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactElement {
  const {
    header,
    children,
    action,
    tone = 'default',
    disabled = false,
    pending,
    holds = false,
  } = props
  const {onConfirm, onClose} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  const id = useId()
  return (
    <Dialog header={header} id={id} onClose={pending && holds ? undefined : onClose} width={0}>
      <Box padding={4}>
        <Stack gap={5}>
          {children}
          <Flex gap={2} justify="flex-end">
            <Button
              disabled={pending}
              mode="bleed"
              onClick={onClose}
              text={t(action === undefined ? 'dialog.close' : 'dialog.cancel')}
            />
            {action !== undefined && (
              <Button
                disabled={disabled}
                loading={pending}
                onClick={onConfirm}
                text={action}
                tone={tone}
              />
            )}
          </Flex>
        </Stack>
      </Box>
    </Dialog>
  )
}
