import {Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {set, unset, useFormValue, type ObjectInputProps} from 'sanity'
import {ENDPOINT_TYPES, titleOf} from '../../schemas/choices.ts'
import {fieldOf, referencedId} from '../../schemas/references.ts'
import {joined} from '../previews/joined.ts'
import {Choices} from './Choices.tsx'
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
  const endpoints = endpointsOf(state.value.study)
  const picked = pickedEndpoint(endpoints, value)
  const named = fieldOf(value, 'endpoint')
  const name = state.value.title ?? 'The evidence'
  return (
    <Choices
      choices={endpoints.map((endpoint) => ({
        id: joined(' ', endpoint.name, endpoint.timepoint, endpoint.type),
        isChosen: endpoint === picked,
        onChoose: () => onChange(set(metricOf(endpoint))),
        content: <Numbers endpoint={endpoint} />,
      }))}
      empty={`${name} lists no endpoint yet: add it there, then choose it here.`}
      fault={
        typeof named === 'string' &&
        !picked &&
        `“${named}” is no single endpoint of ${name}: choose one below.`
      }
      isReadOnly={readOnly === true}
      label="Endpoint"
      testId="endpoints"
      {...(value === undefined ? {} : {onNone: () => onChange(unset())})}
    />
  )
}

const NOTES = {
  none: 'Choose the evidence first: its endpoints are offered here.',
  loading: 'Reading the evidence…',
  error: 'The evidence could not be read; this is tried again.',
}
const GONE = 'The evidence is not there any more: choose another.'

const metricOf = ({name, timepoint}: Endpoint): object => ({
  endpoint: name,
  ...(timepoint === undefined ? {} : {timepoint}),
})

function Numbers({endpoint}: {endpoint: Endpoint}): ReactElement {
  const {name, type, timepoint, result, ci, pValue} = endpoint
  return (
    <>
      <Text size={1} weight="medium">
        {name}
      </Text>
      <Text size={1}>{joined(' · ', result, ci, pValue)}</Text>
      <Text muted size={1}>
        {joined(' · ', titleOf(ENDPOINT_TYPES, type), timepoint)}
      </Text>
    </>
  )
}
