import {Card, Flex, Radio, Stack, Text} from '@sanity/ui'
import {useId, type ReactElement} from 'react'
import {ENDPOINT_TYPES, titleOf} from '../../schemas/choices.ts'
import {joined} from '../previews/joined.ts'
import type {Endpoint} from './endpointsOf.ts'

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
        <Card
          border
          key={joined(' ', endpoint.name, endpoint.timepoint, endpoint.type)}
          padding={3}
          radius={2}
          tone={endpoint === picked ? 'primary' : 'default'}
        >
          <Flex as="label" gap={3}>
            <Radio
              checked={endpoint === picked}
              disabled={isReadOnly}
              name={group}
              onChange={() => onChoose(endpoint)}
              value={endpoint.name}
            />
            <Stack flex={1} gap={2}>
              <Text size={1} weight="medium">
                {endpoint.name}
              </Text>
              <Text size={1}>{joined(' · ', endpoint.result, endpoint.ci, endpoint.pValue)}</Text>
              <Text muted size={1}>
                {joined(' · ', titleOf(ENDPOINT_TYPES, endpoint.type), endpoint.timepoint)}
              </Text>
            </Stack>
          </Flex>
        </Card>
      ))}
    </Stack>
  )
}
