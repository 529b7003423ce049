import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {LockIcon} from '@sanity/icons/Lock'
import {useTranslation, type DocumentActionComponent, type DocumentActionDescription} from 'sanity'
import {toGateDocument} from '../explain/toGateDocument.ts'
import {useVerdict} from '../explain/useVerdict.ts'
import type {Gate} from '../gate.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {useOpenAlignment} from '../inspector/useOpenAlignment.ts'
import {usePublishTogether} from './usePublishTogether.ts'

const wrapped = new WeakMap<DocumentActionComponent, WeakMap<Gate, DocumentActionComponent>>()

/**
 * The Publish action behind the gate: publishes with its seal what is aligned, and opens the reason of what is not.
 * The same wrapper for the same action, so that the Studio does not mount it anew at every render.
 */
export function gatedPublishAction(
  original: DocumentActionComponent,
  gate: Gate,
): DocumentActionComponent {
  const ofOriginal = wrapped.get(original) ?? new WeakMap<Gate, DocumentActionComponent>()
  wrapped.set(original, ofOriginal)
  const known = ofOriginal.get(gate)
  if (known) return known
  const action = createAction(original, gate)
  ofOriginal.set(gate, action)
  return action
}

function createAction(original: DocumentActionComponent, gate: Gate): DocumentActionComponent {
  const useOriginal = original
  const GatedPublish: DocumentActionComponent = (props) => {
    const base = useOriginal(props)
    const {t} = useTranslation(claimGateLocaleNamespace)
    const {id, type, draft, published} = props
    const state = useVerdict(gate.model, id, toGateDocument(draft ?? published))
    const openAlignment = useOpenAlignment()
    const publication = usePublishTogether(gate.model, id, type)
    if (!base || !draft) return base
    if (publication.pending) return held(base, t('action.publish.publishing'))
    if (state.status === 'ready' && state.verdict.state !== 'aligned') {
      return {
        label: t('action.publish.review-needed'),
        title: t(`state.${state.verdict.state}.title`),
        icon: LockIcon,
        tone: 'caution',
        shortcut: null,
        onHandle: openAlignment,
      }
    }
    if (base.disabled) return {...base, shortcut: null}
    if (state.status === 'ready') return {...base, onHandle: publication.publish}
    if (state.status === 'loading') return held(base, t('action.publish.checking'))
    return {
      ...held(base, t('action.publish.unreadable')),
      icon: ErrorOutlineIcon,
      tone: 'critical',
    }
  }
  GatedPublish.action = 'publish'
  GatedPublish.displayName = 'GatedPublishAction'
  return GatedPublish
}

/** Nothing is published while it is not known whether it may be. */
function held(base: DocumentActionDescription, label: string): DocumentActionDescription {
  return {...base, label, title: label, disabled: true, shortcut: null}
}
