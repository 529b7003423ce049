import {Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useDateTimeFormat, useTranslation} from 'sanity'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {useLastAuthor} from '../explain/useLastAuthor.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {Reason} from '../verdict/verdict.ts'
import type {World} from '../verdict/worldState.ts'
import {ChangeSince} from './ChangeSince.tsx'
import {PathTrail} from './PathTrail.tsx'

interface MemberReasonProps {
  model: GateModel
  world: World
  type: string
  reason: Extract<Reason, {path: readonly string[]}>
}

/** Something the document rests on: what about it, by whom and when, the way to it, and what differs. */
export function MemberReason({model, world, type, reason}: MemberReasonProps): ReactElement {
  const id = reason.path.at(-1) ?? ''
  const member = world.documents.get(id)
  const sentence = useSentence(model, world, reason, id)
  return (
    <Stack gap={4} data-testid="member-reason" data-kind={reason.kind}>
      <Text size={1} weight="medium">
        {sentence}
      </Text>
      <PathTrail path={reason.path} type={type} world={world} />
      {reason.kind === 'memberChanged' && (
        <ChangeSince
          after={member && contentOf(model, member).json}
          before={reason.before}
          id={id}
        />
      )}
    </Stack>
  )
}

function useSentence(
  model: GateModel,
  world: World,
  reason: MemberReasonProps['reason'],
  id: string,
): string {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'short'})
  const member = world.documents.get(id)
  const title = shortened(useDocumentTitle(id, member?._type))
  const name = useLastAuthor(model, id, reason.kind === 'memberChanged' ? member?._rev : undefined)
  switch (reason.kind) {
    case 'memberChanged': {
      const date = member?._updatedAt ? format.format(new Date(member._updatedAt)) : ''
      return name
        ? t('reason.memberChanged.by', {title, date, name})
        : t('reason.memberChanged', {title, date})
    }
    case 'memberNotPinned':
      return t('reason.memberNotPinned', {title})
    case 'memberMissing':
      return t('reason.memberMissing')
    case 'memberNotAligned':
      return t(`reason.memberNotAligned.${reason.state}`, {title})
    default:
      return reason satisfies never
  }
}

const WORDS = 40

/** So much of a title as a sentence can bear. */
function shortened(title: string): string {
  if (title.length <= WORDS) return title
  return `${title.slice(0, title.lastIndexOf(' ', WORDS))}…`
}
