import {Select} from '@sanity/ui'
import {useState, type ReactElement} from 'react'
import {useClient, useTranslation} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {addMembers} from '../checkpoint/membership.ts'
import {openCheckpoint} from '../checkpoint/openCheckpoint.ts'
import {ConfirmDialog} from '../dialogs/ConfirmDialog.tsx'
import {Field} from '../dialogs/Field.tsx'
import {shortened} from '../explain/shortened.ts'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {gatedType, type GateModel} from '../model/gateModel.ts'
import {idAt} from '../model/record.ts'
import type {World} from '../verdict/worldState.ts'
import {ChangePreview} from './ChangePreview.tsx'
import {NewCheckpointFields, type CheckpointDraft} from './NewCheckpointFields.tsx'
import {useActor} from './useActor.ts'
import {useCheckpointAction} from './useCheckpointAction.ts'
import {useCheckpointChoices} from './useCheckpointChoices.ts'

interface AddToCheckpointDialogProps {
  model: GateModel
  /** Published id. */
  id: string
  isPublished: boolean
  world: World
  onClose: () => void
}

const NEW = 'new'

/** Chooses with what a document goes out; what is out already says first what changing it will touch. */
export function AddToCheckpointDialog(props: AddToCheckpointDialogProps): ReactElement {
  const {model, id, isPublished, world, onClose} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  const client = useClient({apiVersion: API_VERSION})
  const actor = useActor()
  const choices = useCheckpointChoices(model)
  const {pending, run} = useCheckpointAction()
  const document = world.documents.get(id)
  const ownTitle = useDocumentTitle(id, document?._type)
  const [which, setWhich] = useState(NEW)
  // What is proposed is fixed when it is asked: others go on meanwhile.
  const [typed, setTyped] = useState<Partial<CheckpointDraft>>({
    kind: isPublished ? 'change' : 'launch',
  })
  const groupPath = document && gatedType(model, document._type)?.firstPublish?.groupPath
  const ownGroup = document && groupPath !== undefined ? idAt(document, groupPath) : undefined
  const draft: CheckpointDraft = {
    title: isPublished ? t('together.default-title', {title: shortened(ownTitle)}) : '',
    kind: 'change',
    group: ownGroup ?? choices.groups[0],
    dueOn: '',
    ...typed,
  }
  const open = () => {
    const {title, kind, group, dueOn} = draft
    const launched = kind === 'launch' && group ? {group} : {}
    const due = dueOn ? {dueOn} : {}
    return openCheckpoint(client, model, {title, kind, members: [id], ...launched, ...due}, actor)
  }
  const confirm = (): void => {
    const change = which === NEW ? open : () => addMembers(client, model, which, [id], actor)
    void run(change).then((done) => done !== undefined && onClose())
  }
  return (
    <ConfirmDialog
      action={t(which === NEW ? 'together.confirm.new' : 'together.confirm.add')}
      disabled={which === NEW && draft.title.trim() === ''}
      header={t(isPublished ? 'together.change.title' : 'together.add.title')}
      onClose={onClose}
      onConfirm={confirm}
      pending={pending}
    >
      {isPublished && document && (
        <ChangePreview document={document} id={id} model={model} world={world} />
      )}
      <Field label={t('together.which')}>
        {(fieldId) => (
          <Select
            fontSize={1}
            id={fieldId}
            onChange={(event) => setWhich(event.currentTarget.value)}
            value={which}
          >
            <option value={NEW}>{t('together.new')}</option>
            {choices.open.map((checkpoint) => (
              <option key={checkpoint._id} value={checkpoint._id}>
                {checkpoint.title || t('checkpoint.untitled')}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {which === NEW && (
        <NewCheckpointFields
          groups={model.options.agreement ? choices.groups : undefined}
          onChange={(change) => setTyped((before) => ({...before, ...change}))}
          value={draft}
        />
      )}
    </ConfirmDialog>
  )
}
