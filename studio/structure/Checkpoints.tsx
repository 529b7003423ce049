import {Card, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {IntentLink} from 'sanity/router'
import type {UserComponent} from 'sanity/structure'
import {isCheckpointLine, type CheckpointLine} from './checkpointLine.ts'

/** The gate's name for “open the page of a checkpoint”. */
const CHECKPOINT_INTENT = 'checkpoint'

const KINDS: Readonly<Record<string, string>> = {launch: 'Launch', change: 'Change'}
const OUTCOMES: Readonly<Record<string, string>> = {
  passed: 'Passed',
  merged: 'Merged into another',
  abandoned: 'Abandoned',
}

/** The checkpoints of a launch; each opens in Checkpoints, where it is read and changed. */
export const Checkpoints: UserComponent = ({options = {}}): ReactElement => {
  const lines = Array.isArray(options.lines) ? options.lines.filter(isCheckpointLine) : []
  return (
    <Stack as="ul" data-testid="launch-checkpoints" gap={1} padding={3} style={{margin: 0}}>
      {lines.map((line) => (
        <Line key={line._id} line={line} />
      ))}
    </Stack>
  )
}

function Line({line}: {line: CheckpointLine}): ReactElement {
  const {_id, title, kind, dueOn, outcome} = line
  const standing = outcome === null ? 'Open' : (OUTCOMES[outcome] ?? outcome)
  const words = [
    KINDS[kind ?? ''],
    standing,
    outcome === null && dueOn !== null ? `due on ${dueOn}` : undefined,
  ]
  return (
    <li style={{listStyle: 'none'}}>
      <Card
        as={IntentLink}
        data-as="a"
        padding={3}
        radius={2}
        {...{intent: CHECKPOINT_INTENT, params: {id: _id}}}
      >
        <Stack gap={3}>
          <Text size={1} weight="medium">
            {title ?? 'Untitled'}
          </Text>
          <Text muted size={1}>
            {words.filter(Boolean).join(' · ')}
          </Text>
        </Stack>
      </Card>
    </li>
  )
}
