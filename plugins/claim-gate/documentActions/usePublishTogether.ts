import {useToast} from '@sanity/ui/toast'
import {useCallback, useEffect, useState} from 'react'
import {useClient, useTranslation, useValidationStatus} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {messageOf} from '../explain/messageOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {publishTogether, type PublishResult} from '../publishing/publishTogether.ts'
import {useSyncState} from '../studioCompat.ts'
import {keepsFromPublishing} from './keepsFromPublishing.ts'
import {useInvalidMembers} from './useInvalidMembers.ts'

interface Publication {
  pending: boolean
  publish: () => void
}

/**
 * Publishes one document with its seal, and with what goes out beside it, once every keystroke has reached the lake and
 * validation has seen it all.
 */
export function usePublishTogether(
  model: GateModel,
  id: string,
  type: string,
  beside: readonly GateDocument[],
): Publication {
  const invalid = useInvalidMembers()
  const client = useClient({apiVersion: API_VERSION})
  const {t} = useTranslation(claimGateLocaleNamespace)
  const toast = useToast()
  const {isSyncing} = useSyncState(id, type)
  const {isValidating, validation} = useValidationStatus(id, type, true)
  const [step, setStep] = useState<'idle' | 'asked' | 'sent'>('idle')
  const ready = !isSyncing && !isValidating
  const refused = keepsFromPublishing(
    validation,
    beside.map((each) => publishedIdOf(each._id)),
  )

  const tell = useCallback(
    (result: PublishResult) => {
      if ('published' in result) return
      const {reason} = result.refused
      toast.push({
        status: 'warning',
        title: t(`refusal.${reason}.title`),
        description: t(`refusal.${reason}.text`),
      })
    },
    [t, toast],
  )

  useEffect(() => {
    if (step !== 'asked' || !ready) return
    if (refused) {
      setStep('idle')
      toast.push({
        status: 'error',
        title: t('refusal.validation.title'),
        description: t('refusal.validation.text'),
      })
      return
    }
    // The effect is what starts the publication.
    setStep('sent')
    const go = async (): Promise<void> => {
      const description = await invalid(beside, id)
      if (description === undefined) tell(await publishTogether(client, model, [id]))
      else toast.push({status: 'error', title: t('refusal.validation.title'), description})
    }
    go()
      .catch((error: unknown) => {
        const description = messageOf(error)
        toast.push({status: 'error', title: t('refusal.failed.title'), description})
      })
      .finally(() => setStep('idle'))
  }, [step, ready, refused, client, model, id, beside, invalid, tell, toast, t])

  const publish = useCallback(() => setStep('asked'), [])
  return {pending: step !== 'idle', publish}
}
