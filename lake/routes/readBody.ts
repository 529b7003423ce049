import type {IncomingMessage} from 'node:http'
import type {Context} from 'hono'
import {ApiError, badRequest} from '../apiError.ts'
import type {LakeEnv} from '../context.ts'
import {isRecord, isShallow, MAX_DEPTH, type JsonRecord} from '../json.ts'

/** Bodies of the hosted service end here too. */
const BODY_BYTES = 4 * 1024 * 1024
/** All that is being read at once, by whomever, since it is one memory. */
const ALL_BYTES = 256 * 1024 * 1024
const beingRead = {bytes: 0}

/** Reads a JSON object. */
export async function readBody(c: Context<LakeEnv>): Promise<JsonRecord> {
  const body = await readJson(c)
  if (!isRecord(body)) throw badRequest('The body must be a JSON object')
  return body
}

/** Reads JSON, refusing what is too large, too deep or no JSON before anything walks it. */
export async function readJson(c: Context<LakeEnv>): Promise<unknown> {
  const body = parse(decode(await readBytes(c, BODY_BYTES)))
  if (!isShallow(body, MAX_DEPTH))
    throw badRequest(`The body is nested more than ${MAX_DEPTH} levels deep`)
  return body
}

const decoder = new TextDecoder('utf-8', {fatal: true})

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw badRequest('The body is not UTF-8')
  }
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
const tooMany = (): ApiError =>
  new ApiError(429, 'tooManyBodiesError', 'Too much is being sent at once; send it again later')

/** Reads a body of any kind up to a limit. */
export function readBytes(c: Context<LakeEnv>, limit: number): Promise<Uint8Array> {
  const {incoming} = c.env
  const {'content-length': length, 'content-encoding': encoding = 'identity'} = incoming.headers
  if (encoding.toLowerCase() !== 'identity')
    throw new ApiError(
      415,
      'unsupportedMediaTypeError',
      `Bodies are taken as they are, not with the encoding "${encoding}"`,
    )
  if (Number(length ?? 0) > limit) throw tooLarge(limit)
  if (incoming.destroyed) throw cutShort()
  return collect(incoming, limit)
}

const cutShort = (): ApiError => badRequest('The body ended before it was whole')

function collect(incoming: IncomingMessage, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const finish = (refusal?: ApiError): void => {
      incoming.off('data', take).off('end', whole).off('error', fail).off('close', fail)
      beingRead.bytes -= size
      if (refusal) reject(refusal)
      else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
    }
    const whole = (): void => finish()
    const fail = (): void => finish(cutShort())
    const take = (chunk: Buffer): void => {
      size += chunk.byteLength
      beingRead.bytes += chunk.byteLength
      if (size > limit) finish(tooLarge(limit))
      else if (beingRead.bytes > ALL_BYTES) finish(tooMany())
      else chunks.push(chunk)
    }
    incoming.on('data', take).on('end', whole).on('error', fail).on('close', fail)
  })
}
