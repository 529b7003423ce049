import {Button, Card, Checkbox, Flex, Stack, Text} from '@sanity/ui'
import {useState, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {TextField} from '../dialogs/TextField.tsx'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {useSnapshot} from '../explain/useSnapshot.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {ChangeSince} from '../inspector/ChangeSince.tsx'
import {RolePicker} from '../inspector/RolePicker.tsx'
import type {Checkpoint} from '../model/checkpoint.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {Signer} from '../reviewing/signerOf.ts'
import type {WaitingGroup} from '../reviewing/waitingFor.ts'
import {DocumentRow} from './DocumentRow.tsx'
import {InCheckpoint} from './InCheckpoint.tsx'
import type {AskedMany} from './useSignMany.ts'
import {PLAIN_LIST} from '../explain/plainList.ts'

interface WaitingGroupCardProps {
  model: GateModel
  /** With which the change goes out, if it does with one. */
  checkpoint: Checkpoint | undefined
  group: WaitingGroup
  signer: Signer
  onAsk: (request: AskedMany) => void
}

/** One change, exactly what differs, and the documents that may be approved on it with one comment. */
export function WaitingGroupCard({
  model,
  checkpoint,
  group,
  signer,
  onAsk,
}: WaitingGroupCardProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {after} = group
  const title = useDocumentTitle(group.source, after?._type)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [chosenRole, setRole] = useState<string>()
  const [comment, setComment] = useState('')
  // Nobody approves on a difference that is not shown.
  const isShown = useSnapshot(group.source, group.before).status === 'ready'
  const roles = Object.keys(model.options.roles).filter((role) =>
    group.documents.some((each) => each.roles.includes(role)),
  )
  const role =
    chosenRole !== undefined && roles.includes(chosenRole) ? chosenRole : (roles[0] ?? '')
  const asked = group.documents.filter((each) => each.roles.includes(role))
  const chosen = asked.filter(({id}) => !left.has(id))
  const toggle = (id: string): void => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <Card border data-testid="waiting-group" padding={4} radius={2}>
      <Stack gap={4}>
        <Stack gap={3}>
          <Text as="h2" size={1} weight="semibold">
            {title}
          </Text>
          <Text muted size={1}>
            {t('reviews.group', {count: asked.length})}
          </Text>
          {checkpoint && <InCheckpoint checkpoint={checkpoint} />}
        </Stack>
        <ChangeSince
          after={after && contentOf(model, after).json}
          before={group.before}
          id={group.source}
        />
        {roles.length > 1 && (
          <RolePicker model={model} onChoose={setRole} role={role} roles={roles} />
        )}
        <Stack as="ul" gap={3} padding={0} style={PLAIN_LIST}>
          {asked.map(({id, document}) => (
            <Flex align="center" as="li" gap={3} key={id}>
              <Checkbox
                aria-label={t('reviews.include')}
                checked={!left.has(id)}
                onChange={() => toggle(id)}
              />
              <DocumentRow basis={group.basis} id={id} model={model} type={document._type} />
            </Flex>
          ))}
        </Stack>
        <TextField label={t('sign.comment')} onChange={setComment} rows={2} value={comment} />
        <Flex>
          <Button
            disabled={chosen.length === 0 || !isShown}
            onClick={() =>
              onAsk({
                account: signer.account,
                role,
                basis: group.basis,
                comment: comment.trim(),
                documents: chosen.map(({id, seen, document}) => ({subject: id, seen, document})),
              })
            }
            text={t('reviews.approve', {
              count: chosen.length,
              role: model.options.roles[role]?.title ?? role,
            })}
          />
        </Flex>
      </Stack>
    </Card>
  )
}
