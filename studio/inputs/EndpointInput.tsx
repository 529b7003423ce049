import {Card, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {set, unset, useFormValue, type ObjectInputProps} from 'sanity'
import {fieldOf, referencedId} from '../../schemas/references.ts'
import {ChooseNone} from './ChooseNone.tsx'
import {EndpointChoices} from './EndpointChoices.tsx'
import {endpointsOf, pickedEndpoint, type Endpoint} from './endpointsOf.ts'
import {Note} from './Note.tsx'
import {observeEvidence} from './observeEvidence.ts'
import {useReading} from './useReading.ts'

/** Picks an endpoint of the evidence that the proof point names: its numbers are shown, and typed nowhere else. */
export function EndpointInput(props: ObjectInputProps): ReactElement {
  const {onChange, readOnly, value} = props
  const state = useReading(referencedId(useFormValue(['evidence'])), observeEvidence)
  if (state.status !== 'ready') return <Note>{NOTES[state.status]}</Note>
  if (!state.value) return <Note>{GONE}</Note>
  const {title, study} = state.value
  const endpoints = endpointsOf(study)
  const picked = pickedEndpoint(endpoints, value)
  const named = fieldOf(value, 'endpoint')
  const name = title ?? 'The evidence'
  const choose = ({name: endpoint, timepoint}: Endpoint) =>
    onChange(set({endpoint, ...(timepoint === undefined ? {} : {timepoint})}))
  return (
    <Stack data-testid="endpoints" gap={3}>
      {endpoints.length === 0 && (
        <Note>{`${name} lists no endpoint yet: add it there, then choose it here.`}</Note>
      )}
      {typeof named === 'string' && !picked && (
        <Card border padding={3} radius={2} tone="caution">
          <Text size={1}>{`“${named}” is no single endpoint of ${name}: choose one below.`}</Text>
        </Card>
      )}
      <EndpointChoices
        endpoints={endpoints}
        isReadOnly={readOnly === true}
        onChoose={choose}
        {...(picked ? {picked} : {})}
      />
      {value !== undefined && !readOnly && <ChooseNone onClick={() => onChange(unset())} />}
    </Stack>
  )
}

const NOTES = {
  none: 'Choose the evidence first: its endpoints are offered here.',
  loading: 'Reading the evidence…',
  error: 'The evidence could not be read; this is tried again.',
}
const GONE = 'The evidence is not there any more: choose another.'
