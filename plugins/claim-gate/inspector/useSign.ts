import {useToast} from '@sanity/ui/toast'
import {useCallback, useState} from 'react'
import {useClient, useTranslation} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {messageOf} from '../explain/messageOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {useIsHere} from '../dialogs/useIsHere.ts'
import {useInvalid} from '../documentActions/useInvalid.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import type {SignRequest} from '../reviewing/signRequest.ts'
import {signReview} from '../reviewing/signReview.ts'
import {useConfirmSignature} from './confirmSignature.ts'
import {sealIfAllowed} from './sealIfAllowed.ts'

interface Signing {
  pending: boolean
  /** Resolves to whether it was signed; `candidate` is the copy that was read. */
  sign: (request: SignRequest, candidate: GateDocument) => Promise<boolean>
}

/** Signs, tells the person what came of it, and seals at once where the person may write seals. */
export function useSign(model: GateModel): Signing {
  const client = useClient({apiVersion: API_VERSION})
  const {t} = useTranslation(claimGateLocaleNamespace)
  const toast = useToast()
  const askToConfirm = useConfirmSignature(model)
  const findInvalid = useInvalid()
  const isHere = useIsHere()
  const [pending, setPending] = useState(false)
  const sign = useCallback(
    async (request: SignRequest, candidate: GateDocument) => {
      const refuse = (description: string): false => {
        toast.push({status: 'warning', title: t('sign.failed'), description})
        return false
      }
      setPending(true)
      try {
        // Words that are to be changed may be what is wrong with it.
        const isAsItStands = ['approved', 'carriedForward'].includes(request.decision)
        const [invalid] = isAsItStands ? await findInvalid([candidate]) : []
        if (invalid)
          return refuse(
            t('sign.refused.invalid.why', {errors: invalid.messages.slice(0, 3).join(' ')}),
          )
        if (!isHere()) return refuse(t('sign.refused.left'))
        const unconfirmed = await askToConfirm({...request, subjects: [request.subject]})
        if (unconfirmed !== undefined) return refuse(unconfirmed)
        const result = await signReview(client, model, request)
        if ('refused' in result) return refuse(t(`sign.refused.${result.refused.reason}`))
        const role = model.options.roles[request.role]?.title ?? request.role
        const title =
          request.decision === 'changesRequested'
            ? t('sign.requested', {role})
            : t('sign.signed', {role})
        toast.push({status: 'success', title})
        await sealIfAllowed(client, model, [request.subject]).catch((error: unknown) =>
          toast.push({status: 'warning', title: t('sign.unsealed'), description: messageOf(error)}),
        )
        return true
      } catch (error) {
        toast.push({status: 'error', title: t('sign.failed'), description: messageOf(error)})
        return false
      } finally {
        setPending(false)
      }
    },
    [askToConfirm, client, findInvalid, isHere, model, t, toast],
  )
  return {pending, sign}
}
