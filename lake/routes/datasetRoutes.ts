import {Hono} from 'hono'
import {unauthorized} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'

const SINCE = '2026-01-01T00:00:00Z'

/** The one dataset, as the command line asks the project's own host for it: `/datasets` and `/aliases`. */
export function datasetRoutes({dataset, visibility}: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/datasets', (c) => {
    if (!c.get('account')) throw unauthorized('The datasets are told to whoever has a token')
    return c.json([{name: dataset, aclMode: visibility, createdAt: SINCE, tags: [], features: []}])
  })
  routes.get('/aliases', (c) => {
    if (!c.get('account')) throw unauthorized('The aliases are told to whoever has a token')
    return c.json([])
  })
  return routes
}
