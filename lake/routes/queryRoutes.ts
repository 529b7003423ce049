import {Hono, type Context} from 'hono'
import type {LakeContext, LakeEnv} from '../context.ts'
import {versionOf} from '../http/apiVersion.ts'
import {isRecord, textOf} from '../json.ts'
import {answerQuery} from './answerQuery.ts'
import {queryParameters} from './queryParameters.ts'
import {readBody} from './readBody.ts'
import {searchOf} from './searchOf.ts'

const JSON_TYPE = {'content-type': 'application/json'}

/** GROQ over GET and POST: `/data/query/:dataset`. */
export function queryRoutes(context: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/:dataset', async (c) => {
    const search = searchOf(c.req.url)
    const query = search.get('query') ?? ''
    const asked = {query, params: queryParameters(search), search, ...askedBy(c)}
    return c.body(await answerQuery(context, asked), 200, JSON_TYPE)
  })
  routes.post('/:dataset', async (c) => {
    const body = await readBody(c)
    const params = isRecord(body.params) ? body.params : {}
    const search = searchOf(c.req.url)
    const asked = {query: textOf(body.query) ?? '', params, search, ...askedBy(c)}
    return c.body(await answerQuery(context, asked), 200, JSON_TYPE)
  })
  return routes
}

const askedBy = (c: Context<LakeEnv>) => ({
  version: versionOf(c.req.url),
  account: c.get('account'),
})
