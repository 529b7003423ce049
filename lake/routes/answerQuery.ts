import type {Account} from '../access/accounts.ts'
import {assertMayRead} from '../access/visibleDocuments.ts'
import {badRequest} from '../apiError.ts'
import type {LakeContext} from '../context.ts'
import type {JsonRecord} from '../json.ts'

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
  {queries, visibility}: LakeContext,
  {query, params, search, version, account}: AskedQuery,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (query.trim() === '') throw badRequest('Missing query')
  assertMayRead(visibility, account)
  const start = performance.now()
  const perspective = perspectiveOf(search, version)
  const {result, syncTags} = await queries.run({query, params, perspective, reader: account?.id})
  const head = search.get('returnQuery') === 'false' ? '' : `"query":${JSON.stringify(query)},`
  const ms = Math.round(performance.now() - start)
  const tail = `,"ms":${ms},"syncTags":${JSON.stringify(syncTags)}}`
  return typeof result === 'string'
    ? `{${head}"result":${result}${tail}`
    : Buffer.concat([Buffer.from(`{${head}"result":`), result, Buffer.from(tail)])
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
