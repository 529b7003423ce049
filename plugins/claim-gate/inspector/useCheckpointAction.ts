import {useToast} from '@sanity/ui/toast'
import {useCallback, useState} from 'react'
import {useTranslation} from 'sanity'
import type {CheckpointResult} from '../checkpoint/checkpointResult.ts'
import {messageOf} from '../explain/messageOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'

interface CheckpointAction {
  pending: boolean
  /** Resolves to the id of what was changed, or to nothing where it was refused, which the person has been told. */
  run: (change: () => Promise<CheckpointResult>) => Promise<string | undefined>
}

/** Does something to a checkpoint, and tells the person what came of it. */
export function useCheckpointAction(): CheckpointAction {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const toast = useToast()
  const [pending, setPending] = useState(false)
  const run = useCallback(
    async (change: () => Promise<CheckpointResult>) => {
      setPending(true)
      try {
        const result = await change()
        if ('changed' in result) return result.changed
        const description = t(`checkpoint.refused.${result.refused.reason}`)
        toast.push({status: 'warning', title: t('checkpoint.failed'), description})
      } catch (error) {
        const description = messageOf(error)
        toast.push({status: 'error', title: t('checkpoint.failed'), description})
      } finally {
        setPending(false)
      }
      return undefined
    },
    [t, toast],
  )
  return {pending, run}
}
