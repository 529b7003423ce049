import {Stack, Text} from '@sanity/ui'
import {useId, type ReactElement} from 'react'
import {ENDPOINT_TYPES, titleOf} from '../../schemas/choices.ts'
import {joined} from '../previews/joined.ts'
import type {Endpoint} from './endpointsOf.ts'
import {RadioCard} from './RadioCard.tsx'

interface EndpointChoicesProps {
  endpoints: readonly Endpoint[]
  picked?: Endpoint
  isReadOnly: boolean
  onChoose: (endpoint: Endpoint) => void
}

/** The endpoints of a study with their numbers, one of which may be picked. */
export function EndpointChoices(props: EndpointChoicesProps): ReactElement {
  const {endpoints, picked, isReadOnly, onChoose} = props
  const group = useId()
  return (
    <Stack aria-label="Endpoint" gap={2} role="radiogroup">
      {endpoints.map((endpoint) => (
        <RadioCard
          group={group}
          isChosen={endpoint === picked}
          isReadOnly={isReadOnly}
          key={joined(' ', endpoint.name, endpoint.timepoint, endpoint.type)}
          onChoose={() => onChoose(endpoint)}
          value={endpoint.name}
        >
          <Text size={1} weight="medium">
            {endpoint.name}
          </Text>
          <Text size={1}>{joined(' · ', endpoint.result, endpoint.ci, endpoint.pValue)}</Text>
          <Text muted size={1}>
            {joined(' · ', titleOf(ENDPOINT_TYPES, endpoint.type), endpoint.timepoint)}
          </Text>
        </RadioCard>
      ))}
    </Stack>
  )
}
