import type {Context} from 'hono'
import {ApiError, badRequest} from '../apiError.ts'
import {isRecord, isShallow, type JsonRecord} from '../json.ts'

/** Bodies of the hosted service end here too. */
const BODY_BYTES = 4 * 1024 * 1024
const DEPTH = 200

/** Reads a JSON object, refusing what is too large, too deep or no JSON before anything walks it. */
export async function readBody(c: Context): Promise<JsonRecord> {
  const announced = Number(c.req.header('content-length') ?? 0)
  if (announced > BODY_BYTES) throw tooLarge(BODY_BYTES)
  const text = new TextDecoder().decode(await readBytes(c, BODY_BYTES))
  const body = parse(text)
  if (!isRecord(body)) throw badRequest('The body must be a JSON object')
  if (!isShallow(body, DEPTH)) throw badRequest(`The body is nested more than ${DEPTH} levels deep`)
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
  const chunks: Uint8Array[] = []
  let size = 0
  const {body} = c.req.raw
  if (!body) return new Uint8Array()
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
