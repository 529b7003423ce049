import {Button, Card, Flex, Grid, Stack, Text} from '@sanity/ui'
import {useCallback, useState, type ReactElement} from 'react'
import {useClient, useTranslation} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {removeMember} from '../checkpoint/membership.ts'
import {shortened} from '../explain/shortened.ts'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {useActor} from '../inspector/useActor.ts'
import type {Checkpoint} from '../model/checkpoint.ts'
import {gatedType, SIDES, type GateModel, type Side} from '../model/gateModel.ts'
import type {JudgedMember} from '../verdict/judgeCheckpoint.ts'
import {DocumentRow} from './DocumentRow.tsx'
import {FirstOf} from '../explain/FirstOf.tsx'
import {ReasonDialog} from './ReasonDialog.tsx'
import {StateNote} from '../explain/StateNote.tsx'

interface CheckpointMembersProps {
  model: GateModel
  checkpoint: Checkpoint
  members: readonly JudgedMember[]
}

/** A launch of this many on a side is looked through; more are opened on demand. */
const FIRST = 40

/** What goes out together, content beside training, each with its state as it would be then. */
export function CheckpointMembers(props: CheckpointMembersProps): ReactElement {
  const {model, checkpoint, members} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  const [removed, setRemoved] = useState<string>()
  const close = useCallback(() => setRemoved(undefined), [])
  const sideOf = ({document}: JudgedMember): Side | 'none' =>
    gatedType(model, document._type)?.side ?? 'none'
  // A member under which nothing stands has no side, and must still be taken out.
  const gone = checkpoint.members.filter((id) => !members.some((member) => member.id === id))
  // A launch shows which of its sides is empty.
  const isShown = (side: Side | 'none'): boolean =>
    (checkpoint.kind === 'launch' && side !== 'none') ||
    (side === 'none' && gone.length > 0) ||
    members.some((each) => sideOf(each) === side)
  const sides = [...SIDES, 'none' as const].filter(isShown)
  return (
    <Grid gap={4} style={COLUMNS}>
      {sides.map((side) => (
        <Card border key={side} padding={4} radius={2}>
          <Stack gap={4}>
            <Text as="h2" size={1} weight="semibold">
              {t(`checkpoint.side.${side}`)}
            </Text>
            <FirstOf
              first={FIRST}
              items={members.filter((member) => sideOf(member) === side)}
              keyOf={({id}) => id}
            >
              {(member) => <MemberRow member={member} model={model} onRemove={setRemoved} />}
            </FirstOf>
            {side === 'none' && (
              <FirstOf first={FIRST} items={gone} keyOf={(id) => id}>
                {(id) => (
                  <Flex align="center" gap={3} justify="space-between">
                    <Text size={1}>{id}</Text>
                    <RemoveButton id={id} onRemove={setRemoved} />
                  </Flex>
                )}
              </FirstOf>
            )}
            {side !== 'none' && !members.some((member) => sideOf(member) === side) && (
              <Text muted size={1}>
                {t('checkpoint.side.empty')}
              </Text>
            )}
          </Stack>
        </Card>
      ))}
      {removed !== undefined && (
        <RemoveDialog checkpoint={checkpoint} id={removed} onClose={close} />
      )}
    </Grid>
  )
}

/** As many beside each other as there is room for. */
const COLUMNS = {gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))'}

interface MemberRowProps {
  model: GateModel
  member: JudgedMember
  onRemove: (id: string) => void
}

function MemberRow({model, member, onRemove}: MemberRowProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {id, document, verdict, isDraft} = member
  return (
    <Stack gap={3}>
      <DocumentRow id={id} model={model} type={document._type} />
      <Flex align="center" gap={3} justify="space-between">
        <Flex align="center" gap={3}>
          <StateNote state={verdict.state} />
          {!isDraft && (
            <Text muted size={1}>
              {t('checkpoint.unchanged')}
            </Text>
          )}
        </Flex>
        <RemoveButton id={id} onRemove={onRemove} />
      </Flex>
    </Stack>
  )
}

function RemoveButton({id, onRemove}: {id: string; onRemove: (id: string) => void}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  return (
    <Button
      fontSize={1}
      mode="bleed"
      onClick={() => onRemove(id)}
      padding={2}
      text={t('checkpoint.remove')}
    />
  )
}

interface RemoveDialogProps {
  checkpoint: Checkpoint
  id: string
  onClose: () => void
}

function RemoveDialog({checkpoint, id, onClose}: RemoveDialogProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const client = useClient({apiVersion: API_VERSION})
  const actor = useActor()
  const title = shortened(useDocumentTitle(id))
  return (
    <ReasonDialog
      action={t('checkpoint.remove.title')}
      onClose={onClose}
      onDo={(reason) => removeMember(client, checkpoint._id, id, reason, actor)}
      text={t('checkpoint.remove.text', {title})}
      title={t('checkpoint.remove.title')}
    />
  )
}
