import type {Context} from 'hono'
import {ApiError} from '../apiError.ts'
import type {LakeEnv} from '../context.ts'
import type {ByteRange} from '../storage/storage.ts'
import {inPieces, type Content} from './pieces.ts'

export interface Sendable {
  /** Names what is sent: never the same for something else. */
  etag: string
  /** Milliseconds. */
  modified?: number | undefined
  /** Name to save it under; a browser shows it when absent. */
  saveAs?: string | undefined
}

/** What a client already has; answers 304 if that is all there is to say. */
export function notModified(c: Context, {etag, modified}: Sendable): Response | undefined {
  c.header('etag', etag)
  c.header('cache-control', 'public, max-age=31536000, immutable')
  if (modified !== undefined) c.header('last-modified', new Date(modified).toUTCString())
  const known = c.req.header('if-none-match')
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  const isKnown =
    known === undefined
      ? modified !== undefined && Math.floor(modified / 1000) * 1000 <= since
      : known.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//u, '')))
  return isKnown ? c.body(null, 304) : undefined
}

/** Sends content or the one range of it that is asked for. */
export function sendBytes(
  c: Context<LakeEnv>,
  content: Content,
  type: string,
  sent: Sendable,
): Response {
  const {size} = content
  const {saveAs} = sent
  c.header('accept-ranges', 'bytes')
  c.header('content-type', type)
  c.header('x-content-type-options', 'nosniff')
  // A picture may hold script, which must not run in the name of the lake; the viewer of PDF files needs more than that.
  if (type.startsWith('image/')) {
    c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  }
  if (saveAs !== undefined) c.header('content-disposition', attachment(saveAs))
  const range = rangeOf(c, size, sent)
  if (range === 'outside') {
    c.header('content-range', `bytes */${size}`)
    c.header('cache-control', 'no-store')
    return c.json(outside(size).body(), 416)
  }
  if (range) c.header('content-range', `bytes ${range.start}-${range.end}/${size}`)
  const asked = range ?? {start: 0, end: size - 1}
  c.header('content-length', String(asked.end - asked.start + 1))
  const status = range ? 206 : 200
  if (c.req.method === 'HEAD') return c.body(null, status)
  const {outgoing} = c.env
  return c.body(
    inPieces(content, asked, () => outgoing.destroy()),
    status,
  )
}

/** The range asked for; several ranges, or one of something else, are answered with everything. */
function rangeOf(
  c: Context,
  size: number,
  {etag, modified}: Sendable,
): ByteRange | 'outside' | undefined {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(c.req.header('range')?.trim() ?? '')
  const [, first = '', last = ''] = asked ?? []
  const condition = c.req.header('if-range')
  const isSame =
    condition === undefined ||
    condition === etag ||
    (modified !== undefined && Date.parse(condition) === Math.floor(modified / 1000) * 1000)
  if (!isSame || (first === '' && last === '')) return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last))
  if (first !== '' && last !== '' && Number(last) < start) return undefined
  return start > end ? 'outside' : {start, end}
}

const outside = (size: number): ApiError =>
  new ApiError(416, 'rangeNotSatisfiableError', `The file has ${size} bytes`)

const attachment = (name: string): string =>
  name === ''
    ? 'attachment'
    : `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`
