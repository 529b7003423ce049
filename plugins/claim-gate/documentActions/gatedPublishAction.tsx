import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {LockIcon} from '@sanity/icons/Lock'
import {useState} from 'react'
import {
  useTranslation,
  type DocumentActionComponent,
  type DocumentActionDescription,
  type TFunction,
} from 'sanity'
import type {CheckpointReading} from '../explain/checkpointHold.ts'
import {toGateDocument} from '../explain/toGateDocument.ts'
import {useVerdict, type VerdictState} from '../explain/useVerdict.ts'
import type {Gate} from '../gate.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateDocument} from '../model/gateModel.ts'
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
    const beside = draftsBeside(state, id)
    const openAlignment = useOpenAlignment()
    const [asking, ask] = useState(false)
    const publication = usePublishTogether(gate.model, id, type, beside)
    if (!base || !draft) return base
    if (publication.pending) return held(base, t('action.publish.publishing'))
    if (state.status === 'ready' && state.verdict.state !== 'aligned') {
      const isWaiting = state.verdict.state === 'waiting'
      return {
        label: t(isWaiting ? 'action.publish.waiting' : 'action.publish.review-needed'),
        title: t(`state.${state.verdict.state}.title`),
        icon: LockIcon,
        tone: 'default',
        shortcut: null,
        onHandle: openAlignment,
      }
    }
    if (base.disabled) return {...base, shortcut: null}
    if (state.status === 'ready' && state.checkpoint?.holds) {
      return together(base, state.checkpoint, {t, asking, ask, publish: publication.publish})
    }
    if (state.status === 'ready') return {...base, onHandle: publication.publish}
    if (state.status === 'loading') return held(base, t('action.publish.checking'))
    return {
      ...held(base, t('action.publish.unreadable')),
      icon: ErrorOutlineIcon,
    }
  }
  GatedPublish.action = 'publish'
  GatedPublish.displayName = 'GatedPublishAction'
  return GatedPublish
}

const NONE: readonly GateDocument[] = []
const drafted = new WeakMap<CheckpointReading['verdict'], readonly GateDocument[]>()

/** What goes out with a document besides itself; the same list for the same judgement. */
function draftsBeside(state: VerdictState, id: string): readonly GateDocument[] {
  if (state.status !== 'ready' || !state.checkpoint?.holds) return NONE
  const {verdict} = state.checkpoint
  const known = drafted.get(verdict)
  const drafts =
    known ?? verdict.members.flatMap(({isDraft, document}) => (isDraft ? [document] : []))
  drafted.set(verdict, drafts)
  return drafts.some((draft) => publishedIdOf(draft._id) !== id) ? drafts : NONE
}

interface Asking {
  t: TFunction<'claim-gate'>
  asking: boolean
  ask: (isAsking: boolean) => void
  publish: () => void
}

/** A member goes out with all the others: that is said, and asked, before it is done. */
function together(
  base: DocumentActionDescription,
  {within, verdict}: CheckpointReading,
  {t, asking, ask, publish}: Asking,
): DocumentActionDescription {
  const count = verdict.members.filter(({isDraft}) => isDraft).length
  const label = t('action.publish.together', {count})
  const {title} = within.checkpoint
  return {
    ...base,
    label,
    title: label,
    onHandle: () => ask(true),
    dialog: asking && {
      type: 'confirm',
      message: t('action.publish.together.confirm', {count, title}),
      confirmButtonText: t('checkpoint.publish.confirm'),
      onCancel: () => ask(false),
      onConfirm: () => {
        ask(false)
        publish()
      },
    },
  }
}

/** Nothing is published while it is not known whether it may be. */
function held(base: DocumentActionDescription, label: string): DocumentActionDescription {
  return {...base, label, title: label, disabled: true, shortcut: null}
}
