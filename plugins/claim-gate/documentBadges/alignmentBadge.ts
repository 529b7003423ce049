import {useTranslation, type DocumentBadgeComponent, type DocumentBadgeDescription} from 'sanity'
import {stateLook, type StateLook} from '../explain/stateLook.ts'
import {toGateDocument} from '../explain/toGateDocument.ts'
import {useVerdict} from '../explain/useVerdict.ts'
import type {Gate} from '../gate.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {hasApproved} from '../verdict/standingOf.ts'

const COLOURS: Record<StateLook['tone'], DocumentBadgeDescription['color']> = {
  positive: 'success',
  caution: 'warning',
  critical: 'danger',
  primary: 'primary',
}

/** The state of what would be published, beside the document's own badge. */
export function alignmentBadge(gate: Gate): DocumentBadgeComponent {
  return function AlignmentBadge({id, draft, published}) {
    const {t} = useTranslation(claimGateLocaleNamespace)
    const state = useVerdict(gate.model, id, toGateDocument(draft ?? published))
    if (state.status !== 'ready') return null
    const {verdict} = state
    const {icon, tone} = stateLook(verdict.state)
    const approved = verdict.roles.filter(hasApproved).length
    return {
      label: t(`state.${verdict.state}.label`, {approved, required: verdict.roles.length}),
      title: t(`state.${verdict.state}.title`),
      color: COLOURS[tone],
      icon,
    }
  }
}
