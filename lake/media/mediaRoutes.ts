import {extname} from 'node:path'
import {Hono, type Context} from 'hono'
import {notFound} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'

/** What a browser may show; anything else it saves, so that no upload runs in the name of the lake. */
const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  avif: 'image/avif',
  tiff: 'image/tiff',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
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
  const type = TYPES[extname(c.req.path).slice(1)]
  c.header('content-type', type ?? 'application/octet-stream')
  c.header('cache-control', 'public, max-age=31536000, immutable')
  c.header('x-content-type-options', 'nosniff')
  // A picture may hold script, which must not run in the name of the lake; the viewer of PDF files needs more than that.
  if (type?.startsWith('image/') === true) {
    c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  }
  const saveAs = c.req.query('dl')
  if (saveAs !== undefined) c.header('content-disposition', attachment(saveAs))
  return c.body(new Uint8Array(bytes))
}

const attachment = (name: string): string =>
  name === '' ? 'attachment' : `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
