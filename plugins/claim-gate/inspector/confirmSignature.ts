import {createContext, useCallback, useContext} from 'react'
import {useTranslation} from 'sanity'
import {useIsHere} from '../dialogs/useIsHere.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {Decision} from '../model/gateDocuments.ts'
import type {GateModel} from '../model/gateModel.ts'

/** What a person is about to sign. */
export interface SignatureToConfirm {
  /** Account id. */
  account: string
  role: string
  decision: Decision
  /** "Approved for medical accuracy" */
  meaning: string
  /** Published ids of all that is signed with it. */
  subjects: readonly string[]
}

/** Asks for a second factor. Only `confirmed` lets a signature be written; what it throws is a refusal. */
export type ConfirmSignature = (
  signature: SignatureToConfirm,
) => Promise<{confirmed: true} | {refused: string}>

export const ConfirmSignatureContext = createContext<ConfirmSignature | undefined>(undefined)

/**
 * Asks, where there is somebody to ask, whether a signature may be written. Resolves to why it may not, in words for
 * the person, or to nothing.
 */
export async function refusalToConfirm(
  confirm: ConfirmSignature | undefined,
  signature: SignatureToConfirm,
  unclear: string,
): Promise<string | undefined> {
  if (!confirm) return undefined
  try {
    const answer = await confirm(signature)
    if ('confirmed' in answer) return answer.confirmed ? undefined : unclear
    return answer.refused || unclear
  } catch (error) {
    return error instanceof Error && error.message ? error.message : unclear
  }
}

type Asked = Omit<SignatureToConfirm, 'meaning'>

/**
 * The question to put before anything is signed; resolves to why it may not be. Whoever leaves meanwhile does not sign,
 * whatever is answered then.
 */
export function useConfirmSignature(
  model: GateModel,
): (signature: Asked) => Promise<string | undefined> {
  const confirm = useContext(ConfirmSignatureContext)
  const {t} = useTranslation(claimGateLocaleNamespace)
  const isHere = useIsHere()
  return useCallback(
    async ({account, role, decision, subjects}) => {
      const meaning = model.options.roles[role]?.meaning ?? ''
      const asked = {account, role, decision, meaning, subjects}
      const refusal = await refusalToConfirm(confirm, asked, t('sign.refused.unconfirmed'))
      return refusal ?? (isHere() ? undefined : t('sign.refused.left'))
    },
    [confirm, isHere, model, t],
  )
}
