import {Card, Stack, Text} from '@sanity/ui'
import {useCallback, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {ConfirmDialog} from '../dialogs/ConfirmDialog.tsx'
import {useIsHere} from '../dialogs/useIsHere.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import type {SignRequest} from '../reviewing/signRequest.ts'
import {ChangeSince} from './ChangeSince.tsx'
import {RemarkLine} from './RemarkLine.tsx'
import {useSign} from './useSign.ts'

interface SignDialogProps {
  model: GateModel
  candidate: GateDocument
  /** The oldest wording that is still rested on, for whoever carries it forward. */
  oldest: string | undefined
  request: SignRequest
  signerName: string
  onClose: () => void
  onSigned: () => void
}

/** The deliberate step: what the signature says, by whom and on what, before it is given. */
export function SignDialog({
  model,
  candidate,
  oldest,
  request,
  signerName,
  onClose,
  onSigned,
}: SignDialogProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {pending, sign} = useSign(model)
  const isHere = useIsHere()
  const options = model.options.roles[request.role]
  const role = options?.title ?? request.role
  const approves = request.decision !== 'changesRequested'
  const confirm = useCallback(() => {
    const end = (done: boolean): void => {
      // Another dialog may stand in its place by then.
      if (!isHere()) return
      if (done) onSigned()
      else onClose()
    }
    sign(request, candidate).then(end, () => end(false))
  }, [sign, request, candidate, isHere, onSigned, onClose])
  return (
    <ConfirmDialog
      action={t(approves ? 'sign.confirm.approve.button' : 'sign.confirm.changes.button')}
      header={t('sign.confirm.title', {role})}
      onClose={onClose}
      onConfirm={confirm}
      pending={pending}
    >
      <Text size={1}>
        {t(`sign.confirm.${request.decision}.text`, {
          meaning: options?.meaning ?? role,
          name: signerName,
          role,
          count: request.seen?.pins.length ?? 0,
        })}
      </Text>
      {request.decision === 'carriedForward' && (
        <Carried candidate={candidate} model={model} oldest={oldest} request={request} />
      )}
      {request.remarks?.map((remark) => (
        <Card border key={`${remark.path} ${remark.quote}`} padding={3} radius={2}>
          <RemarkLine remark={remark} />
        </Card>
      ))}
      {request.comment && (
        <Card border padding={3} radius={2}>
          <Text size={1}>{request.comment}</Text>
        </Card>
      )}
    </ConfirmDialog>
  )
}

interface CarriedProps {
  model: GateModel
  candidate: GateDocument
  oldest: string | undefined
  request: SignRequest
}

/** Everything that changed since the oldest wording that stays in use, which is what is answered for. */
function Carried({model, candidate, oldest, request}: CarriedProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <Stack gap={4}>
      <Text size={1} weight="medium">
        {request.carriedUntil
          ? t('carry.confirm.until', {date: request.carriedUntil})
          : t('carry.confirm.forever')}
      </Text>
      {oldest && (
        <ChangeSince
          after={contentOf(model, candidate).json}
          before={oldest}
          id={publishedIdOf(candidate._id)}
        />
      )}
    </Stack>
  )
}
