import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useState, type ReactElement} from 'react'
import {useClient, useDateTimeFormat, useTranslation} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {mergeCheckpoints} from '../checkpoint/mergeCheckpoints.ts'
import {shortened} from '../explain/shortened.ts'
import {useDocumentTitle} from '../explain/useDocumentTitle.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {CheckpointLink} from '../inspector/CheckpointLink.tsx'
import {useActor} from '../inspector/useActor.ts'
import {useCheckpointAction} from '../inspector/useCheckpointAction.ts'
import type {Checkpoint} from '../model/checkpoint.ts'
import type {Blocker} from '../verdict/judgeCheckpoint.ts'
import {fetchCheckpoint} from '../world/loadCheckpoint.ts'
import {crowdsOf} from './crowdsOf.ts'
import {PLAIN_LIST} from '../explain/plainList.ts'
import {stateWord} from './stateWord.ts'
import {useTitles} from './useTitles.ts'

interface CheckpointBlockersProps {
  checkpoint: Checkpoint
  blockers: readonly Blocker[]
  /** Told what is left when two were merged. */
  onMerged: (id: string) => void
}

/** Everything that a checkpoint still waits for, each with what to do. */
export function CheckpointBlockers(props: CheckpointBlockersProps): ReactElement | null {
  const {checkpoint, blockers, onMerged} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  if (blockers.length === 0) return null
  const {crowds, alone} = crowdsOf(blockers)
  return (
    <Card border data-testid="blockers" padding={4} radius={2} tone="caution">
      <Stack gap={4}>
        <Text as="h2" size={1} weight="semibold">
          {t('checkpoint.blockers')}
        </Text>
        <Stack as="ul" gap={3} padding={0} style={PLAIN_LIST}>
          {alone.map((blocker) => (
            <li key={JSON.stringify(blocker)}>
              <BlockerLine blocker={blocker} checkpoint={checkpoint} onMerged={onMerged} />
            </li>
          ))}
          {crowds.map(({state, count}) => (
            <Text as="li" key={state} size={1}>
              {t('checkpoint.blocker.crowd', {
                count,
                state: stateWord(t, state).toLowerCase(),
              })}
            </Text>
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}

interface BlockerLineProps {
  checkpoint: Checkpoint
  blocker: Blocker
  onMerged: (id: string) => void
}

function BlockerLine({checkpoint, blocker, onMerged}: BlockerLineProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const format = useDateTimeFormat({dateStyle: 'medium'})
  const title = shortened(useDocumentTitle('id' in blocker ? blocker.id : ''))
  switch (blocker.kind) {
    case 'noMembers':
    case 'noGroup':
    case 'noAgreement':
      return <Text size={1}>{t(`checkpoint.blocker.${blocker.kind}`)}</Text>
    case 'noSide':
      return <Text size={1}>{t(`checkpoint.blocker.noSide.${blocker.side}`)}</Text>
    case 'agreementMissing':
      return <Agreeing people={blocker.people} />
    case 'memberGone':
    case 'notGated':
      return <Text size={1}>{t(`checkpoint.blocker.${blocker.kind}`, {title})}</Text>
    case 'notAligned':
    case 'dependantNotAligned': {
      const state = stateWord(t, blocker.state).toLowerCase()
      return <Text size={1}>{t(`checkpoint.blocker.${blocker.kind}`, {title, state})}</Text>
    }
    case 'notYetEffective': {
      const date = format.format(new Date(blocker.from))
      return <Text size={1}>{t('checkpoint.blocker.notYetEffective', {title, date})}</Text>
    }
    case 'otherCheckpoint':
      return (
        <Elsewhere
          checkpoint={checkpoint}
          onMerged={onMerged}
          other={blocker.checkpoint}
          title={title}
        />
      )
    default:
      return blocker satisfies never
  }
}

function Agreeing({people}: {people: readonly string[]}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const titles = useTitles(people)
  return (
    <Text size={1}>{t('checkpoint.blocker.agreementMissing', {people: titles.join(', ')})}</Text>
  )
}

interface ElsewhereProps {
  checkpoint: Checkpoint
  other: string
  title: string
  onMerged: (id: string) => void
}

/** Two that wait for each other can go out as one. */
function Elsewhere({checkpoint, other, title, onMerged}: ElsewhereProps): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const client = useClient({apiVersion: API_VERSION})
  const actor = useActor()
  const {pending, run} = useCheckpointAction()
  const named = useOther(other)
  const merge = (): void =>
    void run(() => mergeCheckpoints(client, [checkpoint._id, other], actor)).then(
      (left) => left !== undefined && onMerged(left),
    )
  return (
    <Flex align="center" gap={3} wrap="wrap">
      <Text size={1}>
        {t('checkpoint.blocker.otherCheckpoint', {title})}{' '}
        <CheckpointLink checkpoint={named ?? {_id: other, title: other}} />
      </Text>
      <Button
        fontSize={1}
        loading={pending}
        mode="ghost"
        onClick={merge}
        padding={2}
        text={t('checkpoint.merge')}
      />
    </Flex>
  )
}

function useOther(id: string): Checkpoint | undefined {
  const client = useClient({apiVersion: API_VERSION})
  const [found, setFound] = useState<Checkpoint>()
  useEffect(() => {
    const asked = {current: true}
    fetchCheckpoint(client, id).then(
      (checkpoint) => asked.current && setFound(checkpoint),
      // Its id stands in for its title.
      () => asked.current && setFound(undefined),
    )
    return () => {
      asked.current = false
    }
  }, [client, id])
  return found
}
