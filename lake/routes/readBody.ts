import type {Context} from 'hono'
import {ApiError, badRequest} from '../apiError.ts'
import {isRecord, isShallow, MAX_DEPTH, type JsonRecord} from '../json.ts'

/** Bodies of the hosted service end here too. */
const BODY_BYTES = 4 * 1024 * 1024

/** Reads a JSON object. */
export async function readBody(c: Context): Promise<JsonRecord> {
  const body = await readJson(c)
  if (!isRecord(body)) throw badRequest('The body must be a JSON object')
  return body
}

/** Reads JSON, refusing what is too large, too deep or no JSON before anything walks it. */
export async function readJson(c: Context): Promise<unknown> {
  const body = parse(new TextDecoder().decode(await readBytes(c, BODY_BYTES)))
  if (!isShallow(body, MAX_DEPTH))
    throw badRequest(`The body is nested more than ${MAX_DEPTH} levels deep`)
  return body
}

function parse(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text)
    return body
  } catch (error) {
    throw badRequest(
      `The body is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

const tooLarge = (limit: number): ApiError =>
  new ApiError(413, 'requestTooLargeError', `The body is larger than ${limit} bytes`)

/** Reads a body of any kind up to a limit. */
export async function readBytes(c: Context, limit: number): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooLarge(limit)
  const chunks: Uint8Array[] = []
  let size = 0
  const {body} = c.req.raw
  if (!body) return new Uint8Array()
  try {
    for await (const chunk of body) {
      size += chunk.byteLength
      if (size > limit) throw tooLarge(limit)
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof ApiError ? error : badRequest('The body ended before it was whole')
  }
  return Buffer.concat(chunks)
}
