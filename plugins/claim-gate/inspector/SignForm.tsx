import {Button, Card, Flex, Radio, Stack, Text, TextArea} from '@sanity/ui'
import {useCallback, useId, useState, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateModel} from '../model/gateModel.ts'
import {signPossibility, type SignPossibility} from '../reviewing/signSteps.ts'
import type {Verdict} from '../verdict/verdict.ts'
import type {SignRequest} from '../reviewing/signRequest.ts'
import {SignDialog} from './SignDialog.tsx'
import {useSigner} from './useSigner.ts'

interface SignFormProps {
  model: GateModel
  id: string
  verdict: Verdict
}

/** The person's own review: in which role, with what to say, and which of the two decisions. */
export function SignForm({model, id, verdict}: SignFormProps): ReactElement | null {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const state = useSigner(model)
  if (state.status !== 'ready') return null
  const possibility = signPossibility(verdict, state.signer)
  return (
    <Stack gap={3} as="section" aria-label={t('sign.title')}>
      <Text size={1} weight="semibold">
        {t('sign.title')}
      </Text>
      {possibility.kind === 'open' ? (
        <OpenForm id={id} model={model} possibility={possibility} verdict={verdict} />
      ) : (
        <Text muted size={1}>
          {hint(possibility, model, t)}
        </Text>
      )}
    </Stack>
  )
}

type Translate = (key: string, values?: Record<string, string>) => string

function hint(
  possibility: Exclude<SignPossibility, {kind: 'open'}>,
  model: GateModel,
  t: Translate,
): string {
  switch (possibility.kind) {
    case 'nobody':
      return t('sign.nobody')
    case 'noRoles':
      return t('sign.no-roles')
    case 'notAsked':
      return t('sign.not-asked', {
        roles: possibility.roles.map((role) => model.options.roles[role]?.title ?? role).join(', '),
      })
    case 'missingMembers':
      return t('sign.missing-members')
    case 'done':
      return t('sign.done')
    default:
      return possibility satisfies never
  }
}

interface OpenFormProps extends SignFormProps {
  possibility: Extract<SignPossibility, {kind: 'open'}>
}

function OpenForm({model, id, verdict, possibility}: OpenFormProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {signer, roles} = possibility
  const commentId = useId()
  const [chosen, setChosen] = useState<string>()
  const [comment, setComment] = useState('')
  const [request, setRequest] = useState<SignRequest>()
  const role = chosen !== undefined && roles.includes(chosen) ? chosen : (roles[0] ?? '')
  const close = useCallback(() => setRequest(undefined), [])
  // What is asked for is fixed when the dialog opens: a world that moves behind it must be refused, not signed.
  const ask = (decision: SignRequest['decision']): void =>
    setRequest({
      subject: id,
      account: signer.account,
      role,
      decision,
      comment: comment.trim(),
      seen: {fingerprint: verdict.fingerprint, pins: verdict.pins},
    })
  const signed = useCallback(() => {
    setRequest(undefined)
    setComment('')
  }, [])
  return (
    <Card border padding={4} radius={2}>
      <Stack gap={4}>
        <RolePicker model={model} roles={roles} role={role} onChoose={setChosen} />
        <Stack gap={3}>
          <Text as="label" htmlFor={commentId} size={1} weight="medium">
            {t('sign.comment')}
          </Text>
          <TextArea
            fontSize={1}
            id={commentId}
            onChange={(event) => setComment(event.currentTarget.value)}
            rows={2}
            value={comment}
          />
          <Text muted size={1}>
            {t('sign.comment.hint')}
          </Text>
        </Stack>
        <Flex gap={2} wrap="wrap">
          <Button onClick={() => ask('approved')} text={t('sign.approve')} tone="primary" />
          <Button
            disabled={comment.trim() === ''}
            mode="ghost"
            onClick={() => ask('changesRequested')}
            text={t('sign.request-changes')}
          />
        </Flex>
      </Stack>
      {request && (
        <SignDialog
          model={model}
          onClose={close}
          onSigned={signed}
          request={request}
          signerName={signer.name}
        />
      )}
    </Card>
  )
}

interface RolePickerProps {
  model: GateModel
  roles: readonly string[]
  role: string
  onChoose: (role: string) => void
}

function RolePicker({model, roles, role, onChoose}: RolePickerProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const name = useId()
  return (
    <Stack gap={3} role="radiogroup" aria-label={t('sign.role')}>
      <Text size={1} weight="medium">
        {t('sign.role')}
      </Text>
      {roles.map((each) => (
        <Flex align="center" as="label" gap={3} key={each}>
          <Radio checked={each === role} name={name} onChange={() => onChoose(each)} value={each} />
          <Stack gap={2}>
            <Text size={1} weight="medium">
              {model.options.roles[each]?.title ?? each}
            </Text>
            <Text muted size={1}>
              {model.options.roles[each]?.meaning}
            </Text>
          </Stack>
        </Flex>
      ))}
    </Stack>
  )
}
