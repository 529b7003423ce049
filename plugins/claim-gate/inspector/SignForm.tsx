import {Button, Flex, Stack, Text} from '@sanity/ui'
import {useMemo, useState, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {messageOf} from '../explain/messageOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {carryOffer, type CarryOffer} from '../reviewing/carryOffer.ts'
import type {Signer} from '../reviewing/signerOf.ts'
import {signPossibility, type SignPossibility} from '../reviewing/signSteps.ts'
import {createJudging} from '../verdict/createJudging.ts'
import type {Verdict} from '../verdict/verdict.ts'
import {overlay, type World} from '../verdict/worldState.ts'
import {OpenSignForm} from './OpenSignForm.tsx'
import {Unreadable} from './Unreadable.tsx'
import type {SignerState} from './useSigner.ts'

interface SignFormProps {
  model: GateModel
  id: string
  verdict: Verdict
  world: World
  candidate: GateDocument
  who: SignerState
}

/** The person's own review: in which role, with what to say, and which of the two decisions. */
export function SignForm(props: SignFormProps): ReactElement | null {
  const {model, id, verdict, candidate, who: state} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  const signer = state.status === 'ready' ? state.signer : undefined
  const offer = useCarryOffer(props, signer)
  if (state.status === 'loading') return null
  if (state.status === 'error')
    return (
      <Unreadable
        retry={state.retry}
        text={messageOf(state.error)}
        title={t('sign.signer-unknown')}
      />
    )
  const possibility = signPossibility(verdict, signer, offer?.roles)
  return (
    <Stack gap={3} as="section" aria-label={t('sign.title')}>
      <Text size={1} weight="semibold">
        {t('sign.title')}
      </Text>
      {possibility.kind === 'open' ? (
        <OpenSignForm
          basis={props.world.basis}
          candidate={candidate}
          id={id}
          model={model}
          offer={offer}
          roles={possibility.roles}
          signer={possibility.signer}
          verdict={verdict}
        />
      ) : possibility.kind === 'done' && offer ? (
        <Signed {...props} offer={offer} signer={possibility.signer} />
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

/** Whoever has signed may still say that what rests on it needs no new review. */
function Signed({
  signer,
  offer,
  ...props
}: SignFormProps & {signer: Signer; offer: CarryOffer}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const [isOpen, setOpen] = useState(false)
  const {candidate, id, model, verdict} = props
  return (
    <Stack gap={3}>
      <Text muted size={1}>
        {t('sign.done')}
      </Text>
      {isOpen ? (
        <OpenSignForm
          basis={props.world.basis}
          candidate={candidate}
          carryOnly
          id={id}
          model={model}
          offer={offer}
          roles={offer.roles}
          signer={signer}
          verdict={verdict}
        />
      ) : (
        <Flex>
          <Button fontSize={1} mode="ghost" onClick={() => setOpen(true)} text={t('carry.open')} />
        </Flex>
      )}
    </Stack>
  )
}

/** What the person could carry forward to the content as it stands now. */
function useCarryOffer({model, id, world, candidate}: SignFormProps, signer: Signer | undefined) {
  return useMemo(() => {
    const judging = createJudging(model, overlay(world, [[id, candidate]]))
    const standing = judging.standing(id)
    return signer && standing ? carryOffer(judging, standing, signer) : undefined
  }, [model, id, world, candidate, signer])
}
