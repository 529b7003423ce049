import {Button, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState, type ReactElement} from 'react'
import {useClient, useTranslation} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {ConfirmDialog} from '../dialogs/ConfirmDialog.tsx'
import {useInvalidMembers} from '../documentActions/useInvalidMembers.ts'
import {messageOf} from '../explain/messageOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {Checkpoint} from '../model/checkpoint.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {publishTogether, type PublishResult} from '../publishing/publishTogether.ts'

interface PublishCheckpointProps {
  model: GateModel
  checkpoint: Checkpoint
  /** What goes out. */
  drafts: readonly GateDocument[]
  /** Something is still waited for. */
  disabled: boolean
}

/** The one step in which everything goes out, asked before it is taken. */
export function PublishCheckpoint(props: PublishCheckpointProps): ReactElement {
  const {model, checkpoint, drafts, disabled} = props
  const count = drafts.length
  const invalid = useInvalidMembers()
  const {t} = useTranslation(claimGateLocaleNamespace)
  const client = useClient({apiVersion: API_VERSION})
  const toast = useToast()
  const [step, setStep] = useState<'idle' | 'asking' | 'publishing'>('idle')
  const publish = (): void => {
    setStep('publishing')
    const go = async (): Promise<PublishResult | undefined> => {
      const refused = await invalid(drafts)
      if (refused === undefined) return publishTogether(client, model, {checkpoint: checkpoint._id})
      toast.push({status: 'error', title: t('refusal.validation.title'), description: refused})
      return undefined
    }
    go()
      .then(
        (result) => {
          if (!result) return
          if ('published' in result) {
            const title = t('checkpoint.published', {count: result.ids.length})
            toast.push({status: 'success', title})
            return
          }
          const {reason} = result.refused
          const [title, description] = [t(`refusal.${reason}.title`), t(`refusal.${reason}.text`)]
          toast.push({status: 'warning', title, description})
        },
        (error: unknown) => {
          const description = messageOf(error)
          toast.push({status: 'error', title: t('refusal.failed.title'), description})
        },
      )
      .finally(() => setStep('idle'))
  }
  return (
    <>
      <Button
        disabled={disabled}
        onClick={() => setStep('asking')}
        text={count === 0 ? t('checkpoint.publish.title') : t('checkpoint.publish', {count})}
      />
      {step !== 'idle' && (
        <ConfirmDialog
          action={t('checkpoint.publish.confirm')}
          header={t('checkpoint.publish.title')}
          onClose={() => setStep('idle')}
          onConfirm={publish}
          holds
          pending={step === 'publishing'}
        >
          <Text size={1}>
            {t('action.publish.together.confirm', {count, title: checkpoint.title})}
          </Text>
        </ConfirmDialog>
      )}
    </>
  )
}
