import {Select, Text, TextInput} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {Field} from '../dialogs/Field.tsx'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {CHECKPOINT_KINDS, type CheckpointKind} from '../model/checkpoint.ts'

/** A checkpoint as it is being filled in; `dueOn` is `YYYY-MM-DD`, or empty. */
export interface CheckpointDraft {
  title: string
  kind: CheckpointKind
  group: string | undefined
  dueOn: string
}

interface NewCheckpointFieldsProps {
  value: CheckpointDraft
  /** What can be launched; absent where no launch is asked for. */
  groups: readonly string[] | undefined
  onChange: (change: Partial<CheckpointDraft>) => void
}

/** Asks what a new checkpoint is called, what it is for, and until when. */
export function NewCheckpointFields({
  value,
  groups,
  onChange,
}: NewCheckpointFieldsProps): ReactElement {
  const {title, kind, group, dueOn} = value
  const {t} = useTranslation(claimGateLocaleNamespace)
  const choose = (chosen: string): void =>
    onChange({kind: CHECKPOINT_KINDS.find((each) => each === chosen) ?? 'change'})
  return (
    <>
      <Field label={t('together.name')}>
        {(id) => (
          <TextInput
            fontSize={1}
            id={id}
            onChange={(event) => onChange({title: event.currentTarget.value})}
            value={title}
          />
        )}
      </Field>
      <Field hint={t(`checkpoint.kind.${kind}.hint`)} label={t('together.kind')}>
        {(id) => (
          <Select
            fontSize={1}
            id={id}
            onChange={(event) => choose(event.currentTarget.value)}
            value={kind}
          >
            {CHECKPOINT_KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`checkpoint.kind.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {kind === 'launch' && groups && (
        <Field label={t('together.group')}>
          {(id) =>
            groups.length === 0 ? (
              <Text size={1}>{t('together.no-groups')}</Text>
            ) : (
              <Select
                fontSize={1}
                id={id}
                onChange={(event) => onChange({group: event.currentTarget.value})}
                value={group ?? ''}
              >
                {groups.map((each) => (
                  <GroupOption id={each} key={each} />
                ))}
              </Select>
            )
          }
        </Field>
      )}
      <Field label={t('together.due')}>
        {(id) => (
          <TextInput
            fontSize={1}
            id={id}
            onChange={(event) => onChange({dueOn: event.currentTarget.value})}
            type="date"
            value={dueOn}
          />
        )}
      </Field>
    </>
  )
}

function GroupOption({id}: {id: string}): ReactElement {
  const title = useDocumentTitle(id)
  return <option value={id}>{title}</option>
}
