import type {Account} from '../access/accounts.ts'
import {assertMayRead} from '../access/visibleDocuments.ts'
import {badRequest} from '../apiError.ts'
import type {LakeContext} from '../context.ts'
import type {JsonRecord} from '../json.ts'

/** From this version of the API on, a query without a perspective sees what is published. */
const PUBLISHED_BY_DEFAULT = '2025-02-19'

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
): Promise<string> {
  if (query.trim() === '') throw badRequest('Missing query')
  assertMayRead(visibility, account)
  const start = performance.now()
  const perspective = perspectiveOf(search, version)
  const {result, syncTags} = await queries.run({query, params, perspective, reader: account?.id})
  const head = search.get('returnQuery') === 'false' ? '' : `"query":${JSON.stringify(query)},`
  const ms = Math.round(performance.now() - start)
  return `{${head}"result":${result},"ms":${ms},"syncTags":${JSON.stringify(syncTags)}}`
}

/** The perspective asked for, or the default of the version of the API that is spoken. */
function perspectiveOf(search: URLSearchParams, version: string): string[] {
  const asked = (search.get('perspective') ?? '').split(',').filter((name) => name !== '')
  if (asked.length > 0) return asked
  const isNew = version === 'X' || (version.length === 10 && version >= PUBLISHED_BY_DEFAULT)
  return isNew ? ['published'] : ['raw']
}
