import {createHash} from 'node:crypto'
import {extname} from 'node:path'
import {Hono, type Context} from 'hono'
import {notFound} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'
import type {Ledger} from '../ledger.ts'
import type {ByteRange} from '../storage/storage.ts'
import {createRenderer, type Renderer} from './createRenderer.ts'
import {imageParameters} from './imageParameters.ts'
import type {Size} from './imageLayout.ts'
import {acceptedFrom} from './outputFormat.ts'
import type {Content} from './pieces.ts'
import {notModified, sendBytes} from './sendBytes.ts'
import {transformImage} from './transformImage.ts'

/** What a browser may show; anything else it saves, so that no upload runs in the name of the lake. */
const TYPES = new Map(
  Object.entries({
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
  }),
)
const typeOf = (extension: string): string => TYPES.get(extension) ?? 'application/octet-stream'

/** Uploaded files and images, and pictures made of these, under the paths of the hosted service. */
export function mediaRoutes(context: LakeContext, ledger: Ledger): Hono<LakeEnv> {
  const renderer = createRenderer()
  const routes = new Hono<LakeEnv>()
  // What follows the name of an image is there for people who read the address.
  for (const path of ['/images/:project/:dataset/:file', '/images/:project/:dataset/:file/:name']) {
    routes.get(path, (c) => sendImage(context, ledger, renderer, c))
  }
  routes.get('/files/:project/:dataset/:file', (c) => {
    const file = storedFile(context, ledger, c, 'files')
    return sendOriginal(c, file, c.req.query('dl'))
  })
  return routes
}

interface StoredFile extends Content {
  path: string
  whole: () => Uint8Array
  extension: string
  etag: string
  modified: number | undefined
}

function storedFile(
  {storage, documents}: LakeContext,
  ledger: Ledger,
  c: Context,
  kind: string,
): StoredFile {
  const file = c.req.param('file') ?? ''
  const path = [kind, c.req.param('project'), c.req.param('dataset'), file].join('/')
  const size = storage.blobSize(path)
  if (size === undefined) throw notFound('There is no such file')
  const extension = extname(file).slice(1)
  const name = file.slice(0, file.length - extension.length - 1)
  const asset = documents.get(`${kind.slice(0, -1)}-${name}-${extension}`)
  const modified = asset ? Date.parse(asset._createdAt) : Number.NaN
  const read = (part?: ByteRange): Uint8Array => {
    const bytes = storage.getBlob(path, part)
    if (!bytes) throw notFound('There is no such file any more')
    return bytes
  }
  return {
    path,
    size,
    read,
    whole: () => read(),
    onFailure: (error) =>
      ledger.record('ERROR', `GET ${path}: ${error instanceof Error ? error.stack : ''}`),
    extension,
    etag: `"${name}"`,
    modified: Number.isNaN(modified) ? undefined : modified,
  }
}

const inMemory = (bytes: Uint8Array): Content => ({
  size: bytes.byteLength,
  read: ({start, end}) => bytes.subarray(start, end + 1),
})

function sendOriginal(c: Context<LakeEnv>, file: StoredFile, saveAs: string | undefined): Response {
  const {extension, etag, modified} = file
  const sent = {etag, modified, saveAs}
  return notModified(c, sent) ?? sendBytes(c, file, typeOf(extension), sent)
}

async function sendImage(
  context: LakeContext,
  ledger: Ledger,
  renderer: Renderer,
  c: Context<LakeEnv>,
): Promise<Response> {
  const {searchParams} = new URL(c.req.url)
  const raw = searchParams.get('dlRaw')
  const parameters = raw === null ? imageParameters(searchParams) : undefined
  const file = storedFile(context, ledger, c, 'images')
  const saveAs = raw ?? searchParams.get('dl') ?? undefined
  // Drawings are of any size already: they are only made into a picture of another kind where that is asked for.
  if (!parameters || (file.extension === 'svg' && parameters.fm === undefined)) {
    return sendOriginal(c, file, saveAs)
  }
  const accepted = acceptedFrom(parameters.auto ? c.req.header('accept') : undefined)
  if (parameters.auto) c.header('vary', 'accept', {append: true})
  const name = JSON.stringify([file.path, parameters, accepted])
  const etag = `"${createHash('sha1').update(name).digest('hex')}"`
  const sent = {etag, modified: file.modified, saveAs}
  const known = notModified(c, sent)
  if (known) return known
  // Read only when its turn has come: those that wait would each hold the whole file.
  const {bytes, format} = await renderer.render(name, () =>
    transformImage(
      {bytes: file.whole(), extension: file.extension, size: sizeIn(file.path)},
      parameters,
      accepted,
    ),
  )
  return sendBytes(c, inMemory(bytes), typeOf(format), sent)
}

/** The size that the name of a stored image ends with. */
function sizeIn(path: string): Size {
  const [, width, height] = /-(\d+)x(\d+)\.[a-z]+$/u.exec(path) ?? []
  return {width: Number(width), height: Number(height)}
}
