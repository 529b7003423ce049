import {useToast} from '@sanity/ui/toast'
import {useCallback, useState} from 'react'
import {useClient, useTranslation} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {messageOf} from '../explain/messageOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {useIsHere} from '../dialogs/useIsHere.ts'
import {useInvalid} from '../documentActions/useInvalid.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import {useConfirmSignature} from '../inspector/confirmSignature.ts'
import {sealIfAllowed} from '../inspector/sealIfAllowed.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {signMany, type SignManyRequest} from '../reviewing/signMany.ts'
import type {SignRefusal} from '../reviewing/signResult.ts'

type SignManyState =
  | {status: 'asking'}
  | {status: 'checking' | 'working'; done: number}
  | {status: 'refused'; refused: readonly Unsigned[]}

/** What is asked for, with the copies that were read. */
export type AskedMany = Omit<SignManyRequest, 'documents'> & {
  documents: readonly (SignManyRequest['documents'][number] & {document: GateDocument})[]
}

interface Unsigned {
  subject: string
  reason: SignRefusal['reason'] | 'invalid'
}

interface SigningMany {
  state: SignManyState
  sign: () => void
}

/** Signs many, says how far it is, and stays open where some were refused. */
export function useSignMany(model: GateModel, request: AskedMany, onDone: () => void): SigningMany {
  const client = useClient({apiVersion: API_VERSION})
  const {t} = useTranslation(claimGateLocaleNamespace)
  const toast = useToast()
  const askToConfirm = useConfirmSignature(model)
  const findInvalid = useInvalid()
  const isHere = useIsHere()
  const [state, setState] = useState<SignManyState>({status: 'asking'})
  const sign = useCallback(() => {
    const work = async (): Promise<void> => {
      setState({status: 'checking', done: 0})
      const {account, role} = request
      const invalid = await findInvalid(
        request.documents.map(({document}) => document),
        (done) => setState({status: 'checking', done}),
      )
      // Nothing was signed until now, and whoever has left by then signs nothing.
      if (!isHere()) return
      setState({status: 'working', done: 0})
      const isValid = ({subject}: {subject: string}): boolean =>
        !invalid.some(({id}) => id === publishedIdOf(subject))
      const documents = request.documents.filter(isValid)
      const faulty = request.documents
        .filter((each) => !isValid(each))
        .map(({subject}) => ({subject, reason: 'invalid'}) as const)
      if (documents.length === 0) {
        setState({status: 'refused', refused: faulty})
        return
      }
      const unconfirmed = await askToConfirm({
        account,
        role,
        decision: 'approved',
        subjects: documents.map(({subject}) => subject),
      })
      if (unconfirmed !== undefined) {
        setState({status: 'asking'})
        toast.push({status: 'warning', title: t('sign.failed'), description: unconfirmed})
        return
      }
      const results = await signMany(client, model, {...request, documents}, (done) =>
        setState({status: 'working', done}),
      )
      const subjects = results.map(({subject}) => subject)
      await sealIfAllowed(client, model, subjects).catch((error: unknown) =>
        toast.push({status: 'warning', title: t('sign.unsealed'), description: messageOf(error)}),
      )
      const refused = results.flatMap((each) =>
        'refused' in each ? [{subject: each.subject, reason: each.refused.reason}] : [],
      )
      const count = results.length - refused.length
      const unsigned = [...faulty, ...refused]
      if (count > 0) toast.push({status: 'success', title: t('reviews.signed', {count})})
      if (unsigned.length > 0) setState({status: 'refused', refused: unsigned})
      else onDone()
    }
    work().catch((error: unknown) => {
      setState({status: 'asking'})
      toast.push({status: 'error', title: t('reviews.broken-off'), description: messageOf(error)})
    })
  }, [askToConfirm, client, findInvalid, isHere, model, request, t, toast, onDone])
  return {state, sign}
}
