import {Hono, type Context} from 'hono'
import {bearerToken} from './access/bearerToken.ts'
import {ApiError, asApiError, notFound, unauthorized} from './apiError.ts'
import type {LakeContext, LakeEnv} from './context.ts'
import {historyRoutes} from './history/historyRoutes.ts'
import type {AllowsOrigin} from './http/admit.ts'
import {isVersioned, pathWithoutVersion} from './http/apiVersion.ts'
import type {Ledger} from './ledger.ts'
import {listenRoutes} from './listen/listenRoutes.ts'
import {liveRoutes} from './live/liveRoutes.ts'
import {assetRoutes} from './media/assetRoutes.ts'
import {mediaRoutes} from './media/mediaRoutes.ts'
import {authRoutes} from './routes/authRoutes.ts'
import {datasetRoutes} from './routes/datasetRoutes.ts'
import {documentRoutes} from './routes/documentRoutes.ts'
import {exportRoutes} from './routes/exportRoutes.ts'
import {mutateRoutes} from './routes/mutateRoutes.ts'
import {projectRoutes} from './routes/projectRoutes.ts'
import {queryRoutes} from './routes/queryRoutes.ts'
import {quietRoutes} from './routes/quietRoutes.ts'
import {userRoutes} from './routes/userRoutes.ts'

/** Puts the endpoint families together: files at the root, everything else behind a version and who is asking. */
export function createApp(
  context: LakeContext,
  ledger: Ledger,
  allows: AllowsOrigin,
): Hono<LakeEnv>['fetch'] {
  const files = new Hono<LakeEnv>()
  files.route('/', mediaRoutes(context, ledger))
  // Without the version, whatever it is, the router finds a path in one step.
  const api = new Hono<LakeEnv>({getPath: pathWithoutVersion})
  api.use('*', (c, next) => {
    c.set('account', accountOf(context, c))
    refuseOtherDatasets(context, c.req.path)
    return next()
  })
  api.route('/', quietRoutes(context))
  api.route('/data/query', queryRoutes(context))
  api.route('/data/doc', documentRoutes(context))
  api.route('/data/listen', listenRoutes(context))
  api.route('/data/live', liveRoutes(context))
  api.route('/data/history', historyRoutes(context))
  api.route('/data/export', exportRoutes(context))
  api.route('/data', mutateRoutes(context))
  api.route('/assets', assetRoutes(context))
  api.route('/users', userRoutes(context))
  api.route('/auth', authRoutes(context, allows))
  api.route('/', datasetRoutes(context))
  api.route('/projects', projectRoutes(context))
  for (const app of [files, api]) {
    app.notFound((c) => {
      const {pathname} = new URL(c.req.url)
      ledger.record(c.req.method, pathname)
      return c.json(notFound(`This lake does not know ${c.req.method} ${pathname}`).body(), 404)
    })
    app.onError((error, c) => failure(error, c, ledger))
  }
  return (request, env) => (isVersioned(request) ? api : files).fetch(request, env)
}

function accountOf({accounts}: LakeContext, c: Context<LakeEnv>) {
  const token = bearerToken(c.req.header('authorization'))
  if (token === undefined) return undefined
  const account = accounts.byToken(token)
  if (!account) throw unauthorized('The token is not known to this lake')
  return account
}

/** Paths name the dataset behind the endpoint; `live` has one step more before it. */
const NAMES_DATASET = /^\/(?:data|assets)\/(?:live\/events|[^/]+)\/([^/]+)/u

function refuseOtherDatasets({dataset}: LakeContext, path: string): void {
  const asked = NAMES_DATASET.exec(path)?.[1]
  if (asked === undefined || asked === dataset || path === '/data/live/events') return
  throw new ApiError(
    404,
    'projectNotFoundError',
    `Dataset "${asked}" not found; this lake holds "${dataset}"`,
  )
}

function failure(error: Error, c: Context<LakeEnv>, ledger: Ledger): Response {
  const answer = asApiError(error)
  if (answer.statusCode >= 500)
    ledger.record('ERROR', `${c.req.method} ${c.req.path}: ${String(error.stack)}`)
  return new Response(JSON.stringify(answer.body()), {
    status: answer.statusCode,
    headers: {'content-type': 'application/json'},
  })
}
