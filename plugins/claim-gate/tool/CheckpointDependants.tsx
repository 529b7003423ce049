import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useCallback, useState, type ReactElement} from 'react'
import {useClient, useTranslation} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {setAside, takeBack} from '../checkpoint/ownership.ts'
import {shortened} from '../explain/shortened.ts'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {useActor} from '../inspector/useActor.ts'
import {useCheckpointAction} from '../inspector/useCheckpointAction.ts'
import type {Checkpoint} from '../model/checkpoint.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {JudgedDependant} from '../verdict/judgeCheckpoint.ts'
import {DocumentRow} from './DocumentRow.tsx'
import {FirstOf} from '../explain/FirstOf.tsx'
import {ReasonDialog} from './ReasonDialog.tsx'
import {StateNote} from '../explain/StateNote.tsx'

interface CheckpointDependantsProps {
  model: GateModel
  checkpoint: Checkpoint
  dependants: readonly JudgedDependant[]
}

/** As many as are seen at a glance. */
const FIRST = 12

/** Those that a person has to do with before those that are approved already. */
function waitingFirst(dependants: readonly JudgedDependant[]): readonly JudgedDependant[] {
  const isDone = ({verdict}: JudgedDependant): number => (verdict.state === 'aligned' ? 1 : 0)
  return dependants.toSorted((a, b) => isDone(a) - isDone(b))
}

/** What is in force and rests on the members: re-approved with them, or set aside by whoever answers for a change. */
export function CheckpointDependants(props: CheckpointDependantsProps): ReactElement {
  const {model, checkpoint, dependants} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  const actor = useActor()
  const [aside, setSetAside] = useState<string>()
  const close = useCallback(() => setSetAside(undefined), [])
  const maySetAside = checkpoint.kind === 'change' && checkpoint.owner === actor.account
  const count = dependants.length
  return (
    <Card border data-testid="dependants" padding={4} radius={2}>
      <Stack gap={4}>
        <Text as="h2" size={1} weight="semibold">
          {t('checkpoint.dependants', {count})}
        </Text>
        <Text muted size={1}>
          {t(count === 0 ? 'checkpoint.dependants.none' : 'checkpoint.dependants.hint')}
        </Text>
        <FirstOf first={FIRST} items={waitingFirst(dependants)} keyOf={({id}) => id}>
          {(dependant) => (
            <Stack gap={3}>
              <Flex align="center" gap={3} justify="space-between">
                <DocumentRow
                  basis={checkpoint._id}
                  id={dependant.id}
                  model={model}
                  type={dependant.document._type}
                />
                <StateNote state={dependant.verdict.state} />
                {maySetAside && !dependant.setAside && dependant.verdict.state !== 'aligned' && (
                  <Button
                    fontSize={1}
                    mode="bleed"
                    onClick={() => setSetAside(dependant.id)}
                    padding={2}
                    text={t('checkpoint.aside')}
                  />
                )}
              </Flex>
              {dependant.setAside && (
                <SetAside checkpoint={checkpoint} dependant={dependant} mayTakeBack={maySetAside} />
              )}
            </Stack>
          )}
        </FirstOf>
      </Stack>
      {aside !== undefined && (
        <AsideDialog checkpoint={checkpoint} id={aside} model={model} onClose={close} />
      )}
    </Card>
  )
}

interface SetAsideProps {
  checkpoint: Checkpoint
  dependant: JudgedDependant
  mayTakeBack: boolean
}

function SetAside({checkpoint, dependant, mayTakeBack}: SetAsideProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const client = useClient({apiVersion: API_VERSION})
  const actor = useActor()
  const {pending, run} = useCheckpointAction()
  const {name = '', reason = ''} = dependant.setAside ?? {}
  return (
    <Flex align="center" gap={3} justify="space-between">
      <Text size={1}>{t('checkpoint.aside.said', {name, reason})}</Text>
      {mayTakeBack && (
        <Button
          fontSize={1}
          loading={pending}
          mode="bleed"
          onClick={() => void run(() => takeBack(client, checkpoint._id, dependant.id, actor))}
          padding={2}
          text={t('checkpoint.take-back')}
        />
      )}
    </Flex>
  )
}

interface AsideDialogProps {
  model: GateModel
  checkpoint: Checkpoint
  id: string
  onClose: () => void
}

function AsideDialog({model, checkpoint, id, onClose}: AsideDialogProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const client = useClient({apiVersion: API_VERSION})
  const actor = useActor()
  const title = shortened(useDocumentTitle(id))
  return (
    <ReasonDialog
      action={t('checkpoint.aside.title')}
      onClose={onClose}
      onDo={(reason) => setAside(client, model, checkpoint._id, id, reason, actor)}
      text={t('checkpoint.aside.text', {title})}
      title={t('checkpoint.aside.title')}
    />
  )
}
