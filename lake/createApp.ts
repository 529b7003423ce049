import {Hono} from 'hono'
import {bearerToken} from './access/bearerToken.ts'
import {isAllowedHost, isAllowedOrigin} from './access/origins.ts'
import {ApiError, forbidden, notFound, unauthorized} from './apiError.ts'
import type {LakeContext, LakeEnv} from './context.ts'
import {GroqError} from './groq/groqError.ts'
import {historyRoutes} from './history/historyRoutes.ts'
import type {Ledger} from './ledger.ts'
import {listenRoutes} from './listen/listenRoutes.ts'
import {assetRoutes} from './media/assetRoutes.ts'
import {mediaRoutes} from './media/mediaRoutes.ts'
import {authRoutes} from './routes/authRoutes.ts'
import {documentRoutes} from './routes/documentRoutes.ts'
import {exportRoutes} from './routes/exportRoutes.ts'
import {mutateRoutes} from './routes/mutateRoutes.ts'
import {projectRoutes} from './routes/projectRoutes.ts'
import {queryRoutes} from './routes/queryRoutes.ts'
import {quietRoutes} from './routes/quietRoutes.ts'
import {userRoutes} from './routes/userRoutes.ts'

const ALLOWED_HEADERS =
  'authorization, content-type, x-sanity-lineage, x-sanity-project-id, last-event-id, cache-control'

/** Puts the endpoint families together, behind who may ask at all and who is asking. */
export function createApp(
  context: LakeContext,
  ledger: Ledger,
  origins: readonly (string | RegExp)[],
): Hono<LakeEnv> {
  const app = new Hono<LakeEnv>()
  const allows = (origin: string): boolean => isAllowedOrigin(origin, origins)
  app.use('*', async (c, next) => {
    if (!isAllowedHost(c.req.header('host')))
      throw forbidden('This lake answers only to a loopback name')
    const origin = c.req.header('origin')
    if (origin !== undefined) {
      if (!allows(origin)) throw forbidden(`The origin ${origin} may not use this lake`)
      c.header('access-control-allow-origin', origin)
      c.header('access-control-allow-credentials', 'true')
      c.header('access-control-expose-headers', 'x-sanity-shard, content-length')
      c.header('vary', 'origin')
    }
    if (c.req.method !== 'OPTIONS') return next()
    c.header('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS')
    c.header(
      'access-control-allow-headers',
      c.req.header('access-control-request-headers') ?? ALLOWED_HEADERS,
    )
    c.header('access-control-max-age', '600')
    return c.body(null, 204)
  })
  app.route('/', mediaRoutes(context))
  app.use('/:version/*', async (c, next) => {
    const token = bearerToken(c.req.header('authorization'))
    const account = token === undefined ? undefined : context.accounts.byToken(token)
    if (token !== undefined && !account) throw unauthorized('The token is not known to this lake')
    c.set('account', account)
    await next()
  })
  app.use('/:version/data/live/events/:dataset', datasetIs(context.dataset))
  app.use('/:version/:family{data|assets}/:endpoint/:dataset/*', datasetIs(context.dataset))
  app.use('/:version/:family{data|assets}/:endpoint/:dataset', datasetIs(context.dataset))
  const api = new Hono<LakeEnv>()
  api.route('/', quietRoutes(context))
  api.route('/data/query', queryRoutes(context))
  api.route('/data/doc', documentRoutes(context))
  api.route('/data/listen', listenRoutes(context))
  api.route('/data/history', historyRoutes(context))
  api.route('/data/export', exportRoutes(context))
  api.route('/data', mutateRoutes(context))
  api.route('/assets', assetRoutes(context))
  api.route('/users', userRoutes(context))
  api.route('/auth', authRoutes(context, allows))
  api.route('/projects', projectRoutes(context))
  app.route('/:version{v[0-9X][0-9-]*|vX}', api)
  app.notFound((c) => {
    ledger.record(c.req.method, new URL(c.req.url).pathname)
    return c.json(notFound(`This lake does not know ${c.req.method} ${c.req.path}`).body(), 404)
  })
  app.onError((error, c) => {
    const answer = asApiError(error)
    if (answer.statusCode >= 500)
      ledger.record('ERROR', `${c.req.method} ${c.req.path}: ${String(error.stack)}`)
    return new Response(JSON.stringify(answer.body()), {
      status: answer.statusCode,
      headers: {...Object.fromEntries(c.res.headers), 'content-type': 'application/json'},
    })
  })
  return app
}

function datasetIs(dataset: string) {
  return async (
    c: {req: {param: (name: string) => string | undefined}},
    next: () => Promise<void>,
  ): Promise<void> => {
    const asked = c.req.param('dataset')
    // `live` has one more step before the dataset, which the pattern for all others takes for one.
    if (asked !== dataset && !(c.req.param('endpoint') === 'live' && asked === 'events')) {
      throw new ApiError(
        404,
        'projectNotFoundError',
        `Dataset "${asked}" not found; this lake holds "${dataset}"`,
      )
    }
    await next()
  }
}

function asApiError(error: Error): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof GroqError) {
    const {message, query, start, end, type} = error
    return new ApiError(400, type, message, {query, start, end})
  }
  return new ApiError(500, 'internalServerError', 'An unexpected error happened inside the lake')
}
