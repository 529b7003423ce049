import {Box, Button, Dialog, Flex, Select, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState, type ReactElement} from 'react'
import {useClient, useTranslation} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {addMembers} from '../checkpoint/membership.ts'
import {openCheckpoint} from '../checkpoint/openCheckpoint.ts'
import {shortened} from '../explain/shortened.ts'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {CHECKPOINT_KINDS, type CheckpointKind} from '../model/checkpoint.ts'
import {gatedType, type GateModel} from '../model/gateModel.ts'
import {idAt} from '../model/record.ts'
import type {World} from '../verdict/worldState.ts'
import {ChangePreview} from './ChangePreview.tsx'
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
  const [dialogId, whichId, titleId, kindId, groupId, dueId] = [
    useId(),
    useId(),
    useId(),
    useId(),
    useId(),
    useId(),
  ]
  const document = world.documents.get(id)
  const ownTitle = useDocumentTitle(id, document?._type)
  const [which, setWhich] = useState(NEW)
  const [title, setTitle] = useState<string>()
  const [kind, setKind] = useState<CheckpointKind>(isPublished ? 'change' : 'launch')
  const [chosenGroup, setGroup] = useState<string>()
  const [dueOn, setDueOn] = useState('')
  const groupPath = document && gatedType(model, document._type)?.firstPublish?.groupPath
  const ownGroup = document && groupPath !== undefined ? idAt(document, groupPath) : undefined
  const group = chosenGroup ?? ownGroup ?? choices.groups[0]
  const named =
    title ?? (isPublished ? t('together.default-title', {title: shortened(ownTitle)}) : '')
  const confirm = (): void => {
    const change = () =>
      which === NEW
        ? openCheckpoint(
            client,
            model,
            {
              title: named,
              kind,
              members: [id],
              ...(kind === 'launch' && group ? {group} : {}),
              ...(dueOn ? {dueOn} : {}),
            },
            actor,
          )
        : addMembers(client, model, which, [id], actor)
    void run(change).then((done) => done !== undefined && onClose())
  }
  return (
    <Dialog
      header={t(isPublished ? 'together.change.title' : 'together.add.title')}
      id={dialogId}
      onClose={onClose}
      width={0}
    >
      <Box padding={4}>
        <Stack gap={5}>
          {isPublished && document && (
            <ChangePreview document={document} id={id} model={model} world={world} />
          )}
          <Stack gap={3}>
            <Text as="label" htmlFor={whichId} size={1} weight="medium">
              {t('together.which')}
            </Text>
            <Select
              fontSize={1}
              id={whichId}
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
          </Stack>
          {which === NEW && (
            <>
              <Stack gap={3}>
                <Text as="label" htmlFor={titleId} size={1} weight="medium">
                  {t('together.name')}
                </Text>
                <TextInput
                  fontSize={1}
                  id={titleId}
                  onChange={(event) => setTitle(event.currentTarget.value)}
                  value={named}
                />
              </Stack>
              <Stack gap={3}>
                <Text as="label" htmlFor={kindId} size={1} weight="medium">
                  {t('together.kind')}
                </Text>
                <Select
                  fontSize={1}
                  id={kindId}
                  onChange={(event) =>
                    setKind(
                      CHECKPOINT_KINDS.find((each) => each === event.currentTarget.value) ??
                        'change',
                    )
                  }
                  value={kind}
                >
                  {CHECKPOINT_KINDS.map((each) => (
                    <option key={each} value={each}>
                      {t(`checkpoint.kind.${each}`)}
                    </option>
                  ))}
                </Select>
                <Text muted size={1}>
                  {t(`checkpoint.kind.${kind}.hint`)}
                </Text>
              </Stack>
              {kind === 'launch' && model.options.agreement && (
                <Stack gap={3}>
                  <Text as="label" htmlFor={groupId} size={1} weight="medium">
                    {t('together.group')}
                  </Text>
                  {choices.groups.length === 0 ? (
                    <Text size={1}>{t('together.no-groups')}</Text>
                  ) : (
                    <Select
                      fontSize={1}
                      id={groupId}
                      onChange={(event) => setGroup(event.currentTarget.value)}
                      value={group ?? ''}
                    >
                      {choices.groups.map((each) => (
                        <GroupOption id={each} key={each} />
                      ))}
                    </Select>
                  )}
                </Stack>
              )}
              <Stack gap={3}>
                <Text as="label" htmlFor={dueId} size={1} weight="medium">
                  {t('together.due')}
                </Text>
                <TextInput
                  fontSize={1}
                  id={dueId}
                  onChange={(event) => setDueOn(event.currentTarget.value)}
                  type="date"
                  value={dueOn}
                />
              </Stack>
            </>
          )}
          <Flex gap={2} justify="flex-end">
            <Button
              disabled={pending}
              mode="bleed"
              onClick={onClose}
              text={t('sign.confirm.cancel')}
            />
            <Button
              disabled={which === NEW && named.trim() === ''}
              loading={pending}
              onClick={confirm}
              text={t(which === NEW ? 'together.confirm.new' : 'together.confirm.add')}
            />
          </Flex>
        </Stack>
      </Box>
    </Dialog>
  )
}

function GroupOption({id}: {id: string}): ReactElement {
  const title = useDocumentTitle(id)
  return <option value={id}>{title}</option>
}
