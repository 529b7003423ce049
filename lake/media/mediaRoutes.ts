import {extname} from 'node:path'
import {Hono, type Context} from 'hono'
import {notFound} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  avif: 'image/avif',
  tiff: 'image/tiff',
}

/** Uploaded files under the paths of the hosted service; parameters that transform images are accepted and not applied. */
export function mediaRoutes({storage}: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/images/:project/:dataset/:file', (c) =>
    serve(c, storage.getBlob(pathOf(c, 'images'))),
  )
  routes.get('/files/:project/:dataset/:file', (c) => serve(c, storage.getBlob(pathOf(c, 'files'))))
  return routes
}

const pathOf = (c: Context, kind: string): string =>
  [kind, c.req.param('project'), c.req.param('dataset'), c.req.param('file')].join('/')

function serve(c: Context, bytes: Uint8Array | undefined): Response {
  if (!bytes) throw notFound('There is no such file')
  const type = TYPES[extname(c.req.path).slice(1)] ?? 'application/octet-stream'
  c.header('content-type', type)
  c.header('cache-control', 'public, max-age=31536000, immutable')
  c.header('x-content-type-options', 'nosniff')
  // A picture may hold script, which must not run in the name of the lake.
  c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  return c.body(new Uint8Array(bytes))
}
