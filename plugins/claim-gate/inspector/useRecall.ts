import {useToast} from '@sanity/ui/toast'
import {useCallback, useState} from 'react'
import {useClient, useTranslation} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {messageOf} from '../explain/messageOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateModel} from '../model/gateModel.ts'
import {recall, type RecallRequest} from '../reviewing/recall.ts'
import {useConfirmSignature} from './confirmSignature.ts'

interface Recalling {
  pending: boolean
  /** Resolves to whether it was recalled. */
  recallIt: (request: RecallRequest) => Promise<boolean>
}

/** Recalls, and tells the person what came of it. */
export function useRecall(model: GateModel): Recalling {
  const client = useClient({apiVersion: API_VERSION})
  const {t} = useTranslation(claimGateLocaleNamespace)
  const toast = useToast()
  const askToConfirm = useConfirmSignature(model)
  const [pending, setPending] = useState(false)
  const recallIt = useCallback(
    async (request: RecallRequest) => {
      setPending(true)
      try {
        const signature = {...request, decision: 'withdrawn', subjects: [request.subject]} as const
        const unconfirmed = await askToConfirm(signature)
        if (unconfirmed !== undefined) {
          toast.push({status: 'warning', title: t('recall.failed'), description: unconfirmed})
          return false
        }
        const result = await recall(client, model, request)
        if ('refused' in result) {
          const description = t(`sign.refused.${result.refused.reason}`)
          toast.push({status: 'warning', title: t('recall.failed'), description})
          return false
        }
        const title = t(result.sealed ? 'recall.done' : 'recall.done.unsealed')
        toast.push({status: 'success', title})
        return true
      } catch (error) {
        const description = messageOf(error)
        toast.push({status: 'error', title: t('recall.failed'), description})
        return false
      } finally {
        setPending(false)
      }
    },
    [askToConfirm, client, model, t, toast],
  )
  return {pending, recallIt}
}
