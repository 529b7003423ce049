import {Box, Button, Dialog, Flex, Stack} from '@sanity/ui'
import {
  useId,
  useLayoutEffect,
  useRef,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'

interface ConfirmDialogProps {
  header: string
  children: ReactNode
  /** The word on the button; without one nothing is left to do but to close. */
  action: string | undefined
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
  const {header, children, action, disabled = false, pending, holds = false} = props
  const {onConfirm, onClose} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  const id = useId()
  const {content, close, confirm} = useFocusKept(pending)
  return (
    <Dialog
      contentRef={content}
      header={header}
      id={id}
      onClose={pending && holds ? undefined : onClose}
      width={0}
    >
      <Box padding={4}>
        <Stack gap={5}>
          {children}
          <Flex gap={2} justify="flex-end">
            <Button
              disabled={pending}
              mode="bleed"
              onClick={onClose}
              ref={close}
              text={t(action === undefined ? 'dialog.close' : 'dialog.cancel')}
            />
            {action !== undefined && (
              <Button
                disabled={disabled}
                loading={pending}
                onClick={onConfirm}
                ref={confirm}
                text={action}
              />
            )}
          </Flex>
        </Stack>
      </Box>
    </Dialog>
  )
}

interface KeptFocus {
  content: RefObject<HTMLDivElement | null>
  close: RefObject<HTMLButtonElement | null>
  confirm: RefObject<HTMLButtonElement | null>
}

/**
 * A button that cannot be pressed loses the focus, and with it the keyboard would leave the dialog: meanwhile the
 * content has it. Both before anything else can happen, as the next key may come at once.
 */
function useFocusKept(pending: boolean): KeptFocus {
  const content = useRef<HTMLDivElement>(null)
  const close = useRef<HTMLButtonElement>(null)
  const confirm = useRef<HTMLButtonElement>(null)
  const wasPending = useRef(false)
  useLayoutEffect(() => {
    const focused = document.activeElement
    if (pending && (focused === confirm.current || focused === close.current))
      content.current?.focus()
    if (wasPending.current && !pending && focused === content.current)
      (confirm.current ?? close.current)?.focus()
    wasPending.current = pending
  }, [pending])
  return {content, close, confirm}
}
