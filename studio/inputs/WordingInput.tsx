import {Badge, Flex, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {set, unset, useDateTimeFormat, useFormValue, type StringInputProps} from 'sanity'
import {shortened} from '../../plugins/claim-gate/explain/shortened.ts'
import {fieldOf, referencedId} from '../../schemas/references.ts'
import {Choices} from './Choices.tsx'
import {Note} from './Note.tsx'
import {observeWordings, type Wording} from './observeWordings.ts'
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
    <Choices
      choices={reading.value.map((wording) => ({
        id: wording.fingerprint,
        isChosen: wording.fingerprint === value,
        onChoose: () => onChange(set(wording.fingerprint)),
        content: <Words wording={wording} />,
      }))}
      empty="Nobody has signed it yet: it has no wording in force."
      fault={
        value !== undefined &&
        !isKnown &&
        `${shortened(value, 20)} is none of the newest wordings that were signed.`
      }
      isReadOnly={readOnly === true}
      label="Wording"
      testId="wordings"
      {...(value === undefined ? {} : {onNone: () => onChange(unset())})}
    />
  )
}

const NOTES = {
  none: 'Choose first what this is about: its wordings are offered here.',
  loading: 'Reading its wordings…',
  error: 'Its wordings could not be read; this is tried again.',
}

function Words({wording}: {wording: Wording}): ReactElement {
  const {words, signedAt, isInForce} = wording
  const format = useDateTimeFormat({dateStyle: 'medium'})
  return (
    <>
      <Text size={1}>{shortened(words || 'Its words cannot be read.', LENGTH)}</Text>
      <Flex align="center" gap={2}>
        {isInForce && <Badge tone="positive">In force</Badge>}
        <Text muted size={1}>
          {`Signed first on ${format.format(new Date(signedAt))}`}
        </Text>
      </Flex>
    </>
  )
}
