import type {IncomingMessage, ServerResponse} from 'node:http'
import {isAllowedHost} from '../access/origins.ts'
import {forbidden, type ApiError} from '../apiError.ts'
import {answerError} from './answerError.ts'

const ALLOWED_HEADERS =
  'authorization, content-type, x-sanity-lineage, x-sanity-project-id, last-event-id, cache-control'
const METHODS = 'GET, POST, PUT, PATCH, DELETE, OPTIONS'

/** Whether a page may use the lake. */
export type AllowsOrigin = (origin: string) => boolean

/** Why a request may not be made at all, whatever it asks for. */
export function refusalOf({headers}: IncomingMessage, allows: AllowsOrigin): ApiError | undefined {
  const {host, origin} = headers
  if (!isAllowedHost(host)) return forbidden('This lake answers only to a loopback name')
  if (origin === undefined || allows(origin)) return undefined
  return forbidden(`The origin ${origin} may not use this lake`)
}

/** Lets a request pass, telling its page so, or answers it: with why not, or with what a page may send. */
export function admit(
  request: IncomingMessage,
  response: ServerResponse,
  allows: AllowsOrigin,
): boolean {
  const refusal = refusalOf(request, allows)
  if (refusal) {
    answerError(response, refusal)
    return false
  }
  const {origin} = request.headers
  if (origin !== undefined) {
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader('access-control-allow-credentials', 'true')
    response.setHeader('access-control-expose-headers', 'x-sanity-shard, content-length')
    response.setHeader('vary', 'origin')
  }
  if (request.method !== 'OPTIONS') return true
  response.writeHead(204, {
    'access-control-allow-methods': METHODS,
    'access-control-allow-headers':
      request.headers['access-control-request-headers'] ?? ALLOWED_HEADERS,
    'access-control-max-age': '600',
  })
  response.end()
  return false
}
