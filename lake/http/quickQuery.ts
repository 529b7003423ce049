import type {IncomingMessage, ServerResponse} from 'node:http'
import {bearerToken} from '../access/bearerToken.ts'
import {asApiError} from '../apiError.ts'
import type {LakeContext} from '../context.ts'
import type {Ledger} from '../ledger.ts'
import {answerQuery, answerQueryNow, type AskedQuery} from '../routes/answerQuery.ts'
import {queryParameters} from '../routes/queryParameters.ts'
import {answerError} from './answerError.ts'

/** Answers a request and says so, or leaves it to the router. */
export type QuickAnswer = (request: IncomingMessage, response: ServerResponse) => boolean

const QUERY = /^\/v([0-9X][0-9-]*)\/data\/query\/([^/?#%]+)\?([^#]*)$/u

/** What is asked most, a query in an address with a token that is known, takes half the time without the router. */
export function quickQuery(context: LakeContext, ledger: Ledger): QuickAnswer {
  return (request, response) => {
    const asked = request.method === 'GET' ? askedQuery(context, request) : undefined
    if (!asked) return false
    const failed = (error: unknown): void => {
      const failure = asApiError(error)
      if (failure.statusCode >= 500)
        ledger.record('ERROR', `${request.method} ${request.url}: ${describe(error)}`)
      answerError(response, failure)
    }
    try {
      const question = {...asked, params: queryParameters(asked.search)}
      const body = answerQueryNow(context, question)
      if (body === undefined)
        answerQuery(context, question).then((late) => send(response, late), failed)
      else send(response, body)
    } catch (error) {
      failed(error)
    }
    return true
  }
}

function askedQuery(
  {accounts, dataset}: LakeContext,
  {url = '', headers}: IncomingMessage,
): Omit<AskedQuery, 'params'> | undefined {
  const [, version, name, text] = QUERY.exec(url) ?? []
  if (version === undefined || name !== dataset) return undefined
  const token = bearerToken(headers.authorization)
  const account = token === undefined ? undefined : accounts.byToken(token)
  if (!account) return undefined
  const search = new URLSearchParams(text)
  return {query: search.get('query') ?? '', search, version, account}
}

function send(response: ServerResponse, body: string | Uint8Array): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}

const describe = (error: unknown): string =>
  error instanceof Error ? String(error.stack) : String(error)
