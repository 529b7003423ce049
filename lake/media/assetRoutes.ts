import {createHash} from 'node:crypto'
import {extname} from 'node:path'
import {Hono, type Context} from 'hono'
import {authorizeChanges} from '../access/authorize.ts'
import {badRequest, unauthorized} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'
import type {JsonRecord} from '../json.ts'
import {readBytes} from '../routes/readBody.ts'
import {servedFrom} from './currentAddresses.ts'
import {inTurn} from './imageWork.ts'
import {imageMetadata} from './imageMetadata.ts'
import {metadataParts} from './metadataParts.ts'

const ASSET_BYTES = 64 * 1024 * 1024

/** Uploads: POST `/assets/images/:dataset` and `/assets/files/:dataset`, the raw file as body. */
export function assetRoutes(context: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.post('/images/:dataset', async (c) => {
    const parts = metadataParts(c.req.queries('meta') ?? [])
    const upload = await readUpload(c, 'image')
    const {bytes} = upload
    const image = await inTurn(() => imageMetadata(bytes, parts), bytes.byteLength)
    const {width, height} = image.metadata.dimensions
    const name = `${upload.sha1}-${width}x${height}.${image.extension}`
    return store(context, c, upload, {
      _id: `image-${upload.sha1}-${width}x${height}-${image.extension}`,
      _type: 'sanity.imageAsset',
      path: `images/${context.projectId}/${context.dataset}/${name}`,
      extension: image.extension,
      mimeType: image.mimeType,
      metadata: image.metadata,
    })
  })
  routes.post('/files/:dataset', async (c) => {
    const upload = await readUpload(c, 'file')
    const extension = extensionOf(upload.filename)
    return store(context, c, upload, {
      _id: `file-${upload.sha1}-${extension}`,
      _type: 'sanity.fileAsset',
      path: `files/${context.projectId}/${context.dataset}/${upload.sha1}.${extension}`,
      extension,
      mimeType: c.req.header('content-type') ?? 'application/octet-stream',
    })
  })
  return routes
}

/** Part of the asset's id and of its address. */
const extensionOf = (filename = ''): string =>
  /^\.([a-z0-9]{1,16})$/u.exec(extname(filename).toLowerCase())?.[1] ?? 'bin'

interface Upload {
  bytes: Uint8Array
  sha1: string
  filename: string | undefined
  optional: JsonRecord
}

/** Reads nothing for whoever may not create such a document. */
async function readUpload(c: Context<LakeEnv>, kind: 'image' | 'file'): Promise<Upload> {
  const account = c.get('account')
  if (!account) throw unauthorized('Uploading needs a token')
  authorizeChanges(account, [{id: `${kind}-…`}])
  const bytes = await readBytes(c, ASSET_BYTES)
  if (bytes.byteLength === 0) throw badRequest('The file is empty')
  const {filename, label, title, description, creditLine, sourceId, sourceName, sourceUrl} =
    c.req.query()
  const source = present({id: sourceId, name: sourceName, url: sourceUrl})
  const isSourced = Object.keys(source).length > 0
  return {
    bytes,
    sha1: createHash('sha1').update(bytes).digest('hex'),
    filename,
    optional: {
      ...present({originalFilename: filename, label, title, description, creditLine}),
      ...(isSourced ? {source: {_type: 'sanity.assetSourceData', ...source}} : {}),
    },
  }
}

const present = (fields: JsonRecord): JsonRecord =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

async function store(
  context: LakeContext,
  c: Context<LakeEnv>,
  {bytes, sha1, optional}: Upload,
  own: JsonRecord & {_id: string; path: string},
): Promise<Response> {
  // The file before the document that names it: a crash between leaves a file that nothing names, never the reverse.
  // A document may have come without its file, from an import.
  if (context.storage.blobSize(own.path) === undefined) context.storage.putBlob(own.path, bytes)
  const known = context.documents.get(own._id)
  if (known) return c.json({document: known})
  const document = {
    ...own,
    ...optional,
    assetId: sha1,
    sha1hash: sha1,
    size: bytes.byteLength,
    url: new URL(`/${own.path}`, servedFrom(new URL(c.req.url))).href,
    uploadId: crypto.randomUUID(),
  }
  const account = c.get('account')
  await context.committer.commit({
    author: account?.id ?? '',
    authorize: (changes) => authorizeChanges(account, changes),
    apply: async (set) => [set.createIfNotExists(document, 0)],
  })
  return c.json({document: context.documents.get(own._id)})
}
