import {ComponentIcon} from '@sanity/icons/Component'
import {useTranslation, type DocumentInspector} from 'sanity'
import {stateLook} from '../explain/stateLook.ts'
import {useCandidate} from '../explain/toGateDocument.ts'
import {useVerdict} from '../explain/useVerdict.ts'
import type {Gate} from '../gate.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {isGated} from '../model/gateModel.ts'
import {AlignmentPanel} from './AlignmentPanel.tsx'
import {ALIGNMENT_INSPECTOR} from './useOpenAlignment.ts'

/** The side panel that says why a document is aligned or not, and lets people sign it. */
export function alignmentInspector(gate: Gate): DocumentInspector {
  return {
    name: ALIGNMENT_INSPECTOR,
    useMenuItem: ({documentId, documentType}) => {
      const {t} = useTranslation(claimGateLocaleNamespace)
      const gated = isGated(gate.model, documentType)
      const state = useVerdict(
        gate.model,
        documentId,
        useCandidate(documentId, documentType, gated),
      )
      const look = state.status === 'ready' ? stateLook(state.verdict.state) : undefined
      return {
        title: t('inspector.title'),
        icon: look?.icon ?? ComponentIcon,
        hidden: !gated,
        showAsAction: true,
        ...(look ? {tone: look.tone} : {}),
      }
    },
    component: (props) => <AlignmentPanel model={gate.model} {...props} />,
  }
}
