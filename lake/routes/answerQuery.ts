import type {Account} from '../access/accounts.ts'
import {assertMayRead} from '../access/visibleDocuments.ts'
import {badRequest} from '../apiError.ts'
import type {LakeContext} from '../context.ts'
import type {JsonRecord} from '../json.ts'
import type {QueryAnswer, QueryRequest} from '../queries/evaluateQuery.ts'

/** From this version of the API on, a query without a perspective sees what is published. */
const PUBLISHED_BY_DEFAULT = '2025-02-19'

/** In a perspective: each is looked for, for each document. */
const MOST_NAMES = 32

export interface AskedQuery {
  query: string
  params: JsonRecord
  /** What else the address says. */
  search: URLSearchParams
  /** Of the API: a date, `1` or `X`. */
  version: string
  account: Account | undefined
}

/** The body of the answer to a query, which is JSON. */
export async function answerQuery(
  context: LakeContext,
  asked: AskedQuery,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const start = performance.now()
  const answer = await context.queries.run(requestOf(context, asked))
  const [head, tail] = around(answer, asked, performance.now() - start)
  return typeof answer.result === 'string'
    ? head + answer.result + tail
    : Buffer.concat([Buffer.from(head), answer.result, Buffer.from(tail)])
}

/** The same at once; `undefined` for a query that takes long. */
export function answerQueryNow(context: LakeContext, asked: AskedQuery): string | undefined {
  const start = performance.now()
  const answer = context.queries.runNow(requestOf(context, asked))
  if (!answer || typeof answer.result !== 'string') return undefined
  const [head, tail] = around(answer, asked, performance.now() - start)
  return head + answer.result + tail
}

function requestOf(
  {visibility}: LakeContext,
  {query, params, search, version, account}: AskedQuery,
): QueryRequest {
  if (query.trim() === '') throw badRequest('Missing query')
  assertMayRead(visibility, account)
  return {query, params, perspective: perspectiveOf(search, version), reader: account?.id}
}

/** What stands before and after the result. */
function around(
  {syncTags}: QueryAnswer,
  {query, search}: AskedQuery,
  milliseconds: number,
): [string, string] {
  const repeated = search.get('returnQuery') === 'false' ? '' : `"query":${JSON.stringify(query)},`
  const rest = `,"ms":${Math.round(milliseconds)},"syncTags":${JSON.stringify(syncTags)}}`
  return [`{${repeated}"result":`, rest]
}

/** The perspective asked for, or the default of the version of the API that is spoken. */
function perspectiveOf(search: URLSearchParams, version: string): string[] {
  const asked = new Set((search.get('perspective') ?? '').split(','))
  asked.delete('')
  if (asked.size > MOST_NAMES) throw badRequest(`A perspective has at most ${MOST_NAMES} names`)
  if (asked.size > 0) return [...asked]
  const isNew = version === 'X' || (version.length === 10 && version >= PUBLISHED_BY_DEFAULT)
  return isNew ? ['published'] : ['raw']
}
