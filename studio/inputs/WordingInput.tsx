import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {useId, type ReactElement} from 'react'
import {set, unset, useDateTimeFormat, useFormValue, type StringInputProps} from 'sanity'
import {shortened} from '../../plugins/claim-gate/explain/shortened.ts'
import {fieldOf, referencedId} from '../../schemas/references.ts'
import {ChooseNone} from './ChooseNone.tsx'
import {Note} from './Note.tsx'
import {observeWordings, type Wording} from './observeWordings.ts'
import {RadioCard} from './RadioCard.tsx'
import {useReading} from './useReading.ts'

/** Enough of a wording to tell it from another. */
const LENGTH = 160

/**
 * Picks the wording that was due among those that were signed, instead of having its fingerprint typed. Which field names
 * the document stands beside it, in the option `wordingOf`.
 */
export function WordingInput(props: StringInputProps): ReactElement {
  const {onChange, path, readOnly, schemaType, value} = props
  const beside = fieldOf(schemaType.options, 'wordingOf')
  const about = useFormValue([...path.slice(0, -1), typeof beside === 'string' ? beside : ''])
  const reading = useReading(referencedId(about), observeWordings)
  if (reading.status !== 'ready') return <Note>{NOTES[reading.status]}</Note>
  const isKnown = reading.value.some(({fingerprint}) => fingerprint === value)
  return (
    <Stack data-testid="wordings" gap={3}>
      {reading.value.length === 0 && (
        <Note>Nobody has signed it yet: it has no wording in force.</Note>
      )}
      {value !== undefined && !isKnown && (
        <Card border padding={3} radius={2} tone="caution">
          <Text
            size={1}
          >{`${shortened(value, 20)} is none of the newest wordings that were signed.`}</Text>
        </Card>
      )}
      <Wordings
        chosen={value}
        isReadOnly={readOnly === true}
        onChoose={(fingerprint) => onChange(set(fingerprint))}
        wordings={reading.value}
      />
      {value !== undefined && !readOnly && <ChooseNone onClick={() => onChange(unset())} />}
    </Stack>
  )
}

const NOTES = {
  none: 'Choose first what this is about: its wordings are offered here.',
  loading: 'Reading its wordings…',
  error: 'Its wordings could not be read; this is tried again.',
}

interface WordingsProps {
  wordings: readonly Wording[]
  chosen: string | undefined
  isReadOnly: boolean
  onChoose: (fingerprint: string) => void
}

function Wordings({wordings, chosen, isReadOnly, onChoose}: WordingsProps): ReactElement {
  const group = useId()
  const format = useDateTimeFormat({dateStyle: 'medium'})
  return (
    <Stack aria-label="Wording" gap={2} role="radiogroup">
      {wordings.map(({fingerprint, words, signedAt, isInForce}) => (
        <RadioCard
          group={group}
          isChosen={fingerprint === chosen}
          isReadOnly={isReadOnly}
          key={fingerprint}
          onChoose={() => onChoose(fingerprint)}
          value={fingerprint}
        >
          <Text size={1}>{shortened(words, LENGTH)}</Text>
          <Flex align="center" gap={2}>
            {isInForce && <Badge tone="positive">In force</Badge>}
            <Text muted size={1}>
              {`Signed first on ${format.format(new Date(signedAt))}`}
            </Text>
          </Flex>
        </RadioCard>
      ))}
    </Stack>
  )
}
