import {Hono, type Context} from 'hono'
import {assertMayRead} from '../access/visibleDocuments.ts'
import {badRequest} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'
import {isRecord, type JsonRecord} from '../json.ts'
import {queryParameters} from './queryParameters.ts'
import {readBody} from './readBody.ts'

/** From this version of the API on, a query without a perspective sees what is published. */
const PUBLISHED_BY_DEFAULT = '2025-02-19'

/** GROQ over GET and POST: `/data/query/:dataset`. */
export function queryRoutes(context: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/:dataset', (c) => {
    const {searchParams} = new URL(c.req.url)
    return answer(context, c, searchParams.get('query') ?? '', queryParameters(searchParams))
  })
  routes.post('/:dataset', async (c) => {
    const body = await readBody(c)
    const params = isRecord(body.params) ? body.params : {}
    return answer(context, c, typeof body.query === 'string' ? body.query : '', params)
  })
  return routes
}

async function answer(
  context: LakeContext,
  c: Context<LakeEnv>,
  query: string,
  params: JsonRecord,
): Promise<Response> {
  if (query.trim() === '') throw badRequest('Missing query')
  const account = c.get('account')
  assertMayRead(context.visibility, account)
  const start = performance.now()
  const perspective = perspectiveOf(c)
  const asked = {query, params, perspective, reader: account?.id}
  const {result, syncTags} = await context.queries.run(asked)
  const head = c.req.query('returnQuery') === 'false' ? '' : `"query":${JSON.stringify(query)},`
  const ms = Math.round(performance.now() - start)
  c.header('content-type', 'application/json')
  return c.body(`{${head}"result":${result},"ms":${ms},"syncTags":${JSON.stringify(syncTags)}}`)
}

/** The perspective asked for, or the default of the version of the API that is spoken. */
function perspectiveOf(c: Context): string[] {
  const asked = (c.req.query('perspective') ?? '').split(',').filter((name) => name !== '')
  if (asked.length > 0) return asked
  const version = /^\/v(\d{4}-\d{2}-\d{2}|X)\//u.exec(new URL(c.req.url).pathname)?.[1] ?? '1'
  return version === 'X' || version >= PUBLISHED_BY_DEFAULT ? ['published'] : ['raw']
}
