import {Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {set, unset, useFormValue, type StringInputProps} from 'sanity'
import {fieldOf, referencedId} from '../../schemas/references.ts'
import {Choices} from './Choices.tsx'
import {Note} from './Note.tsx'
import {levelsOf, type Level} from './levelsOf.ts'
import {observeCriteria} from './observeCriteria.ts'
import {useReading} from './useReading.ts'

/** Picks the level that was reached among those that the rubric describes for the message, instead of having it typed. */
export function LevelInput(props: StringInputProps): ReactElement {
  const {onChange, path, readOnly, value} = props
  const rubric = referencedId(useFormValue(['rubric']))
  const anchor = referencedId(fieldOf(useFormValue(path.slice(0, -1)), 'anchor'))
  const reading = useReading(rubric, observeCriteria)
  if (reading.status === 'loading' || reading.status === 'error')
    return <Note>{NOTES[reading.status]}</Note>
  const levels = levelsOf(reading.status === 'ready' ? reading.value : [], anchor)
  const isKnown = levels.some(({label}) => label === value)
  return (
    <Choices
      choices={levels.map((level) => ({
        id: level.label,
        isChosen: level.label === value,
        onChoose: () => onChange(set(level.label)),
        content: <Described level={level} />,
      }))}
      empty={emptyWords(rubric, anchor)}
      fault={
        value !== undefined &&
        !isKnown &&
        `“${value}” is no level that the rubric describes for this message.`
      }
      isReadOnly={readOnly === true}
      label="Level"
      testId="levels"
      {...(value === undefined ? {} : {onNone: () => onChange(unset())})}
    />
  )
}

const NOTES = {
  loading: 'Reading the rubric…',
  error: 'The rubric could not be read; this is tried again.',
}

function Described({level}: {level: Level}): ReactElement {
  return (
    <>
      <Text size={1} weight="medium">
        {level.label}
      </Text>
      {level.descriptors.map((descriptor) => (
        <Text key={descriptor} muted size={1}>
          {descriptor}
        </Text>
      ))}
    </>
  )
}

/** Why there is nothing to choose from. */
function emptyWords(rubric: string | undefined, anchor: string | undefined): string {
  if (rubric === undefined)
    return 'Choose the rubric of the observation first, where this is scored: its levels are offered here.'
  if (anchor === undefined) return 'Choose the message first: its levels are offered here.'
  return 'The rubric does not coach this message: it is not scored.'
}
