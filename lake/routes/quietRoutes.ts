import {Hono} from 'hono'
import type {LakeContext, LakeEnv} from '../context.ts'
import {eventStream} from '../listen/eventStream.ts'

/** What the Studio asks of services that are not here: each answered so that it asks no further. */
export function quietRoutes({dataset, projectId}: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/agent/:organization/bundles/mine/listen', (c) =>
    eventStream(c, (send) => {
      send({event: 'welcome', id: crypto.randomUUID(), data: {id: crypto.randomUUID()}})
      return () => undefined
    }),
  )
  // Pages of an origin that is not allowed never come so far.
  routes.get('/check/cors', (c) => c.json({result: {allowed: true, withCredentials: true}}))
  routes.get('/features', (c) => c.json([]))
  routes.get('/ping', (c) => c.json({pong: true}))
  routes.get('/data/ping/:dataset', (c) => c.json({pong: true}))
  routes.get('/help', (c) => c.json({}))
  routes.get('/journey/announcements', (c) => c.json([]))
  routes.get('/journey/*', (c) => c.json(null))
  routes.get('/geoip/country', (c) => c.json({isoCode: null}))
  routes.get('/intake/telemetry-status', (c) => c.json({status: 'denied'}))
  routes.post('/intake/batch', (c) => c.json({}))
  routes.get('/schedules/:project/:dataset', (c) => c.json({schedules: []}))
  routes.get('/access/requests/me', (c) => c.json([]))
  routes.get('/access/project/:project/requests', (c) => c.json([]))
  routes.get('/subscriptions/project/:project', (c) => c.json({}))
  routes.post('/descriptors/:action', (c) => c.json({}))
  routes.get('/data/references/:dataset/documents/:id/to', (c) =>
    c.json({totalCount: 0, references: []}),
  )
  routes.get('/data/acl/:dataset', (c) => c.json({dataset, projectId}))
  return routes
}
