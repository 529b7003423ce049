import {Button, Card, Flex} from '@sanity/ui'
import {useCallback, useState, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {Signer} from '../reviewing/signerOf.ts'
import type {Verdict} from '../verdict/verdict.ts'
import {RecallDialog} from './RecallDialog.tsx'

interface RecallProps {
  model: GateModel
  /** Published id. */
  id: string
  verdict: Verdict
  /** Who the person is to the gate; nobody, or not known yet, when absent. */
  signer: Signer | undefined
}

/** Lets whoever approves the document take it back, with all that rests on it: at the foot, where nothing moves it. */
export function Recall({model, id, verdict, signer}: RecallProps): ReactElement | null {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  if (!signer) return null
  const roles = verdict.roles.map(({role}) => role).filter((role) => signer.roles.includes(role))
  if (roles.length === 0) return null
  return (
    <Card borderTop paddingX={4} paddingY={3}>
      <Flex>
        <Button
          fontSize={1}
          mode="ghost"
          onClick={() => setOpen(true)}
          text={t('recall.open')}
          tone="critical"
        />
      </Flex>
      {isOpen && (
        <RecallDialog
          account={signer.account}
          id={id}
          model={model}
          onClose={close}
          roles={roles}
        />
      )}
    </Card>
  )
}
