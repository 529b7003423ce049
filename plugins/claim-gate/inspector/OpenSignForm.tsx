import {Button, Card, Flex, Stack} from '@sanity/ui'
import {useCallback, useState, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {TextField} from '../dialogs/TextField.tsx'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import type {CarryOffer} from '../reviewing/carryOffer.ts'
import type {Signer} from '../reviewing/signerOf.ts'
import type {SignedDecision, SignRequest} from '../reviewing/signRequest.ts'
import type {Verdict} from '../verdict/verdict.ts'
import {CarryFields, type CarryChoice} from './CarryFields.tsx'
import {RemarkFields, type RemarkDraft} from './RemarkFields.tsx'
import {remarksOf} from './remarksOf.ts'
import {RolePicker} from './RolePicker.tsx'
import {SignDialog} from './SignDialog.tsx'

interface OpenSignFormProps {
  model: GateModel
  id: string
  /** The world in which it is read: `published`, a checkpoint or a release. */
  basis: string
  verdict: Verdict
  candidate: GateDocument
  offer: CarryOffer | undefined
  signer: Signer
  /** Those of the person's roles that are still asked for. */
  roles: readonly string[]
  /** All of them have signed, and can only carry forward. */
  carryOnly?: boolean
}

const NOT_CARRIED: CarryChoice = {chosen: false, until: ''}

/** The form of somebody of whom a signature is asked. */
export function OpenSignForm(props: OpenSignFormProps): ReactElement {
  const {model, id, basis, verdict, candidate, offer, signer, roles, carryOnly = false} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  const [chosen, setChosen] = useState<string>()
  const [comment, setComment] = useState('')
  const [carry, setCarry] = useState(NOT_CARRIED)
  const [drafts, setDrafts] = useState<readonly RemarkDraft[]>([])
  const [request, setRequest] = useState<SignRequest>()
  const role = chosen !== undefined && roles.includes(chosen) ? chosen : (roles[0] ?? '')
  const canCarry = offer?.roles.includes(role) === true
  const approves = !carryOnly && verdict.roles.some((standing) => standing.role === role)
  const carries = canCarry && (carry.chosen || !approves)
  const remarks = remarksOf(candidate, drafts)
  const close = useCallback(() => setRequest(undefined), [])
  const signed = useCallback(() => {
    setRequest(undefined)
    setComment('')
    setDrafts([])
    setCarry(NOT_CARRIED)
  }, [])
  // What is asked for is fixed when the dialog opens: a world that moves behind it must be refused, not signed.
  const ask = (decision: SignedDecision): void =>
    setRequest({
      subject: id,
      account: signer.account,
      role,
      basis,
      decision,
      comment: comment.trim(),
      ...(remarks && remarks.length > 0 && decision !== 'carriedForward' ? {remarks} : {}),
      ...(decision === 'carriedForward' && carry.until ? {carriedUntil: carry.until} : {}),
      seen: {fingerprint: verdict.fingerprint, pins: verdict.pins},
    })
  const approval = carries
    ? 'carriedForward'
    : drafts.some(({kind}) => kind === 'words')
      ? 'approvedWithChanges'
      : 'approved'
  return (
    <Card border padding={4} radius={2}>
      <Stack gap={4}>
        <RolePicker model={model} onChoose={setChosen} role={role} roles={roles} />
        {canCarry && <CarryFields onChange={setCarry} only={!approves} value={carry} />}
        {approves && !carries && (
          <RemarkFields candidate={candidate} onChange={setDrafts} value={drafts} />
        )}
        <TextField
          hint={t('sign.comment.hint')}
          label={t('sign.comment')}
          rows={2}
          onChange={setComment}
          value={comment}
        />
        <Flex gap={2} wrap="wrap">
          <Button
            disabled={!carries && remarks === undefined}
            onClick={() => ask(approval)}
            text={t(carries && !approves ? 'carry.only.button' : `sign.${approval}`)}
          />
          {approves && (
            <Button
              disabled={comment.trim() === '' && !(remarks && remarks.length > 0)}
              mode="ghost"
              onClick={() => ask('changesRequested')}
              text={t('sign.request-changes')}
            />
          )}
        </Flex>
      </Stack>
      {request && (
        <SignDialog
          candidate={candidate}
          model={model}
          oldest={offer?.oldest}
          onClose={close}
          onSigned={signed}
          request={request}
          signerName={signer.name}
        />
      )}
    </Card>
  )
}
