import {ClientError} from '@sanity/client'

/** A refusal as a client sees it. */
export interface Failure {
  statusCode: number
  type: string
  description: string
  items: readonly {type: string; index: number}[]
}

/** Waits for a request to be refused with a 4xx; a request that succeeds fails the test. */
export async function failureOf(request: Promise<unknown>): Promise<Failure> {
  const outcome = await request.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(outcome instanceof ClientError)) {
    throw new Error('The request was expected to be refused with a 4xx', {cause: outcome})
  }
  const body: unknown = outcome.response.body
  const error = isRecord(body) && isRecord(body.error) ? body.error : {}
  return {
    statusCode: outcome.statusCode,
    type: String(error.type),
    description: String(error.description),
    items: Array.isArray(error.items) ? error.items.filter(isRecord).map(itemOf) : [],
  }
}

function itemOf({error, index}: Record<string, unknown>): {type: string; index: number} {
  return {type: isRecord(error) ? String(error.type) : '', index: Number(index)}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
