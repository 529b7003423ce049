import {Button, Card, Flex, Select, Stack, Text} from '@sanity/ui'
import {useCallback, useId, useState, type ReactElement} from 'react'
import {useTranslation} from 'sanity'
import type {CheckpointReading} from '../explain/checkpointHold.ts'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import {isOpen, type Checkpoint} from '../model/checkpoint.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {Verdict} from '../verdict/verdict.ts'
import type {World} from '../verdict/worldState.ts'
import {AddToCheckpointDialog} from './AddToCheckpointDialog.tsx'
import {CheckpointLink} from './CheckpointLink.tsx'

interface TogetherProps {
  model: GateModel
  /** Published id. */
  id: string
  world: World
  verdict: Verdict
  checkpoint: CheckpointReading | undefined
  isPublished: boolean
  /** Reads the document in another world. */
  onBasis: (basis: string) => void
}

/** With what a document goes out, and in which world it is read here. */
export function Together(props: TogetherProps): ReactElement {
  const {model, id, world, verdict, checkpoint, isPublished, onBasis} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  const [isAdding, setAdding] = useState(false)
  const close = useCallback(() => setAdding(false), [])
  const own = world.checkpoints.get(id)?.find(isOpen)
  const concerned = concernedBy(world, id, verdict, checkpoint)
  const isMember = checkpoint?.isMember === true
  const hasChoice = own ? isPublished : concerned.length > 0
  return (
    <Stack gap={3} as="section" aria-label={t('together.title')}>
      <Text size={1} weight="semibold">
        {t('together.title')}
      </Text>
      {isMember && <Membership reading={checkpoint} />}
      {hasChoice && (
        <BasisPicker
          basis={world.basis}
          checkpoints={own ? [own, ...concerned.filter(({_id}) => _id !== own._id)] : concerned}
          isDraftLeftOut={!isMember && (checkpoint !== undefined || own !== undefined)}
          onBasis={onBasis}
        />
      )}
      {!own && (
        <Flex>
          <Button
            fontSize={1}
            mode="ghost"
            onClick={() => setAdding(true)}
            text={t(isPublished ? 'together.change' : 'together.add')}
          />
        </Flex>
      )}
      {isAdding && (
        <AddToCheckpointDialog
          id={id}
          isPublished={isPublished}
          model={model}
          onClose={close}
          world={world}
        />
      )}
    </Stack>
  )
}

/** Open checkpoints that hold something this document rests on, and the one in which it is read. */
function concernedBy(
  {checkpoints}: World,
  id: string,
  {pins, missing}: Verdict,
  reading: CheckpointReading | undefined,
): Checkpoint[] {
  const named = [...pins.map(({doc}) => doc), ...missing]
    .filter((doc) => doc !== id)
    .flatMap((doc) => (checkpoints.get(doc) ?? []).filter(isOpen))
  const all = reading ? [reading.within.checkpoint, ...named] : named
  return [...new Map(all.map((each) => [each._id, each])).values()]
}

function Membership({reading}: {reading: CheckpointReading}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  const {within, verdict, holds} = reading
  const count = verdict.blockers.length
  return (
    <Card border data-testid="membership" padding={3} radius={2}>
      <Stack gap={3}>
        <Text size={1} weight="medium">
          <CheckpointLink checkpoint={within.checkpoint} />
        </Text>
        <Text muted size={1}>
          {count === 0 ? t('checkpoint.ready') : t('checkpoint.waits', {count})}
        </Text>
        {!holds && (
          <Text muted size={1}>
            {t('together.not-held')}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

interface BasisPickerProps {
  basis: string
  checkpoints: readonly Checkpoint[]
  /** A draft of the document does not go out with the checkpoint. */
  isDraftLeftOut: boolean
  onBasis: (basis: string) => void
}

/** In which world the document is read and signed: as all is published, or as it will be with a change. */
function BasisPicker(props: BasisPickerProps): ReactElement {
  const {basis, checkpoints, isDraftLeftOut, onBasis} = props
  const {t} = useTranslation(claimGateLocaleNamespace)
  const id = useId()
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor={id} muted size={1}>
        {t('basis.label')}
      </Text>
      <Select
        fontSize={1}
        id={id}
        onChange={(event) => onBasis(event.currentTarget.value)}
        value={basis}
      >
        <option value="published">{t('basis.published')}</option>
        {checkpoints.map(({_id, title}) => (
          <option key={_id} value={_id}>
            {t('basis.checkpoint', {title: title || t('checkpoint.untitled')})}
          </option>
        ))}
      </Select>
      {isDraftLeftOut && (
        <Text muted size={1}>
          {t('basis.hint')}
        </Text>
      )}
    </Stack>
  )
}
