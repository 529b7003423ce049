import {fieldOf} from '../../schemas/references.ts'

/** An endpoint as the evidence gives it. */
export interface Endpoint {
  name: string
  type?: string
  timepoint?: string
  result?: string
  ci?: string
  pValue?: string
}

const WORDS = ['type', 'timepoint', 'result', 'ci', 'pValue'] as const

/** The endpoints of a study that have a name by which they can be picked. */
export function endpointsOf(study: unknown): Endpoint[] {
  const endpoints = fieldOf(study, 'endpoints')
  return (Array.isArray(endpoints) ? endpoints : []).flatMap((endpoint) => {
    const name = fieldOf(endpoint, 'name')
    if (typeof name !== 'string' || name === '') return []
    const words = WORDS.flatMap((word) => {
      const value = fieldOf(endpoint, word)
      return typeof value === 'string' && value !== '' ? [[word, value]] : []
    })
    return [{name, ...Object.fromEntries(words)}]
  })
}

/** Which of them a metric picks: none where its name is gone, none where several have it and the time point is not given. */
export function pickedEndpoint(
  endpoints: readonly Endpoint[],
  metric: unknown,
): Endpoint | undefined {
  const timepoint = fieldOf(metric, 'timepoint')
  const named = endpoints.filter(
    (endpoint) =>
      endpoint.name === fieldOf(metric, 'endpoint') &&
      (timepoint === undefined || timepoint === '' || endpoint.timepoint === timepoint),
  )
  return named.length === 1 ? named[0] : undefined
}
