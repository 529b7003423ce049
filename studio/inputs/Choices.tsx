import {Card, Stack, Text} from '@sanity/ui'
import {useId, type ReactElement, type ReactNode} from 'react'
import {ChooseNone} from './ChooseNone.tsx'
import {Note} from './Note.tsx'
import {RadioCard} from './RadioCard.tsx'

/** One thing that can be chosen, with all that tells it from the others. */
interface Choice {
  id: string
  isChosen: boolean
  onChoose: () => void
  content: ReactNode
}

interface ChoicesProps {
  testId: string
  /** What is chosen here, in a word. */
  label: string
  choices: readonly Choice[]
  isReadOnly: boolean
  /** What is said where there is nothing to choose from. */
  empty: string
  /** What is wrong with what was chosen earlier. */
  fault: string | false
  /** Takes back what was chosen; absent where nothing was. */
  onNone?: () => void
}

/** What other documents offer, one of which is chosen instead of typed. */
export function Choices(props: ChoicesProps): ReactElement {
  const {testId, label, choices, isReadOnly, empty, fault, onNone} = props
  const group = useId()
  return (
    <Stack data-testid={testId} gap={3}>
      {choices.length === 0 && <Note>{empty}</Note>}
      {fault !== false && (
        <Card border padding={3} radius={2} tone="caution">
          <Text size={1}>{fault}</Text>
        </Card>
      )}
      <Stack aria-label={label} gap={2} role="radiogroup">
        {choices.map(({id, isChosen, onChoose, content}) => (
          <RadioCard
            group={group}
            isChosen={isChosen}
            isReadOnly={isReadOnly}
            key={id}
            onChoose={onChoose}
            value={id}
          >
            {content}
          </RadioCard>
        ))}
      </Stack>
      {onNone && !isReadOnly && <ChooseNone onClick={onNone} />}
    </Stack>
  )
}
